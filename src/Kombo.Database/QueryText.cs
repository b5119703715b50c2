namespace Kombo.Database;

/// <summary>
/// Reads the text of a query as far as it must be known before it is run: that it is one statement, that it reads, and which
/// parameters it has. Strings, quoted names and comments are passed over, as the database reads them. That nothing is written
/// does not depend on it: each store makes that sure by itself.
/// </summary>
internal sealed class QueryText
{
    private static readonly string[] Reading = ["select", "with", "values", "table", "explain", "show"];

    private readonly string _sql;
    private readonly bool _isPostgres;
    private readonly List<string> _parameters = [];
    private string? _verb;
    private bool _isEnded;
    private int _at;

    private QueryText(string sql, bool isPostgres)
    {
        _sql = sql;
        _isPostgres = isPostgres;
    }

    /// <summary>Checks a query.</summary>
    /// <returns>Its parameters as they stand in it: <c>@since</c>.</returns>
    /// <exception cref="KomboDatabaseException">It is not one statement that reads.</exception>
    public static IReadOnlyList<string> ParametersOf(string sql, bool isPostgres)
    {
        var text = new QueryText(sql, isPostgres);
        text.Read();
        return text._parameters;
    }

    public static KomboDatabaseException Refused(string message) => new(DatabaseFailure.InvalidQuery, message);

    private char Next => _at + 1 < _sql.Length ? _sql[_at + 1] : '\0';

    private void Read()
    {
        while (_at < _sql.Length)
        {
            var begin = _sql[_at];
            if (begin == '-' && Next == '-')
            {
                _at = After("\n", _at);
            }
            else if (begin == '/' && Next == '*')
            {
                Comment();
            }
            else if (begin == ';')
            {
                _isEnded = true;
                _at++;
            }
            else if (char.IsWhiteSpace(begin))
            {
                _at++;
            }
            else
            {
                Token(begin);
            }
        }

        if (_verb is null)
        {
            throw Refused("The query is empty.");
        }
    }

    private void Token(char begin)
    {
        if (_isEnded)
        {
            throw Refused("A query is a single statement: nothing may stand behind the semicolon.");
        }

        if (IsWordStart(begin))
        {
            Word();
            return;
        }

        if (_verb is null && begin != '(')
        {
            throw NotReading();
        }

        if (begin is '\'' or '"' || (!_isPostgres && begin is '`' or '['))
        {
            Quoted(begin == '[' ? ']' : begin, hasEscapes: false);
        }
        else if (_isPostgres && begin == '$' && DollarTag() is { } tag)
        {
            _at = After(tag, _at + tag.Length);
        }
        else if (begin == ':' && Next == ':')
        {
            _at += 2;
        }
        else if (begin is '@' or ':' or '$' && IsWordStart(Next))
        {
            Parameter(begin);
        }
        else if (!_isPostgres && (begin == '?' || (begin is '@' or ':' or '$' && IsWordPart(Next))))
        {
            throw Refused("The parameters of a query have names: write @since, and give a value for since.");
        }
        else
        {
            _at++;
        }
    }

    private void Word()
    {
        var start = _at;
        while (_at < _sql.Length && (IsWordPart(_sql[_at]) || (_isPostgres && _sql[_at] == '$')))
        {
            _at++;
        }

        var word = _sql.Substring(start, _at - start);
        if (_verb is null && !Reading.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            throw NotReading();
        }

        _verb ??= word;
        if (_isPostgres && word is "e" or "E" && _at < _sql.Length && _sql[_at] == '\'')
        {
            Quoted('\'', hasEscapes: true);
        }
    }

    private void Parameter(char begin)
    {
        var start = _at++;
        while (_at < _sql.Length && IsWordPart(_sql[_at]))
        {
            _at++;
        }

        var name = _sql.Substring(start, _at - start);
        if (_isPostgres && begin == '$')
        {
            throw Refused($"Write the parameter {name} as @{name.Substring(1)}.");
        }

        if (!_parameters.Contains(name))
        {
            _parameters.Add(name);
        }
    }

    private void Quoted(char end, bool hasEscapes)
    {
        for (_at++; _at < _sql.Length && _sql[_at] != end; _at++)
        {
            if (hasEscapes && _sql[_at] == '\\')
            {
                _at++;
            }
        }

        _at++;
    }

    private void Comment()
    {
        var depth = 0;
        do
        {
            var two = _at + 1 < _sql.Length ? _sql.Substring(_at, 2) : "";
            depth += two == "*/" ? -1 : two == "/*" && (_isPostgres || depth == 0) ? 1 : 0;
            _at += two is "*/" or "/*" ? 2 : 1;
        }
        while (depth > 0 && _at < _sql.Length);
    }

    private string? DollarTag()
    {
        var end = _at + 1;
        while (end < _sql.Length && IsWordPart(_sql[end]))
        {
            end++;
        }

        return end < _sql.Length && _sql[end] == '$' && !char.IsDigit(Next) ? _sql.Substring(_at, end + 1 - _at) : null;
    }

    private int After(string text, int start) =>
        _sql.IndexOf(text, start, StringComparison.Ordinal) is var found && found < 0 ? _sql.Length : found + text.Length;

    private static bool IsWordStart(char character) => char.IsLetter(character) || character == '_';

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static KomboDatabaseException NotReading() =>
        new(DatabaseFailure.ReadOnly, "A query may not change the database. It begins with select, with, values, table or explain.");
}
