using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What nobody means to pass: taken for what it can only mean, or refused in plain words, and never followed without an end.</summary>
public sealed class InputTests
{
    public static TheoryData<string> Names => Cmdlets.Names;

    private static object? Convert(ConversionAttribute rule, object? value) => rule.Read(value);

    private static string Refusal(ConversionAttribute rule, object? value) => Assert.Throws<FormatException>(() => Convert(rule, value)).Message;

    private static string Refusal(object? value) => Assert.Throws<KomboException>(() => PlainValue.From(value, "Property")).Message;

    private static ArrayList SelfList()
    {
        var list = new ArrayList { "a" };
        list.Add(list);
        return list;
    }

    private static Hashtable SelfMap()
    {
        var map = new Hashtable();
        map["one"] = map;
        map["two"] = map;
        return map;
    }

    private static Hashtable Tree(int levels)
    {
        var tree = new Hashtable { ["leaf"] = 1 };
        for (var level = 0; level < levels; level++)
        {
            tree = new Hashtable { ["left"] = tree, ["right"] = tree };
        }

        return tree;
    }

    /// <summary>Lists in lists, with more values than anybody could wait for. Values in lists are counted faster than hashtables.</summary>
    private static object Many(int levels) => levels == 0 ? 1 : Enumerable.Repeat(Many(levels - 1), 1000).ToArray();

    private static IEnumerable Endless()
    {
        while (true)
        {
            yield return "x";
        }
    }

    private static XmlElement Xml(string text)
    {
        var document = new XmlDocument();
        document.LoadXml(text);
        return document.DocumentElement!;
    }

    /// <summary>Longer than every limit. Each parameter walks through it, so it is not longer than that needs.</summary>
    private static readonly string LongText = new('x', 100_000);

    private static readonly object?[] BadValues =
    [
        null, DBNull.Value, "", " ", "x", "a,b", "remote:1", "..", "[", "a\0\n\u001B", "a\uD83Db", LongText, new string('9', 400), "\u0661\u0662",
        20261224, 0, -1, 1.5, 1e300, double.NaN, double.PositiveInfinity, decimal.MaxValue, long.MaxValue, BigInteger.Pow(10, 40), true,
        new DateTime(2026, 12, 24, 10, 0, 0), DateTimeOffset.UnixEpoch, TimeSpan.FromHours(8), Guid.Empty, new Uri("file:///etc/passwd"), new Version(1, 2),
        Array.Empty<object>(), new object?[] { null }, new object[] { new object[] { "a", "b" }, new object[] { "c" } }, SelfList(), new ArrayList { SelfMap() },
        new Hashtable(), SelfMap(), new Hashtable { ["all"] = Many(6) }, new Hashtable { [new object[] { 1 }] = 2 }, Xml("<a b='c'>text</a>"), new byte[] { 1, 2 }, 'x', '\uD83D',
    ];

    // Objects with properties need an engine: the Pester suite has those.
    [Theory, MemberData(nameof(Names))]
    public void Every_parameter_takes_or_refuses_every_value_in_plain_words(string name)
    {
        var cmdlet = Cmdlets.Find(name);

        // Which of several operations is meant says a parameter whose values PowerShell checks.
        var isOperation = cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Any() && !typeof(IOperationChoice).IsAssignableFrom(cmdlet);
        foreach (var parameter in Cmdlets.ParametersOf(cmdlet))
        {
            if (parameter.GetCustomAttribute<ArgumentTransformationAttribute>() is not ConversionAttribute rule)
            {
                continue;
            }

            foreach (var bad in BadValues)
            {
                object? value;
                try
                {
                    value = Convert(rule, bad);
                }
                catch (FormatException refusal)
                {
                    CheckWords(refusal.Message, bad);
                    continue;
                }

                if (isOperation && Fitted(value, parameter.PropertyType) is { } fitted)
                {
                    CheckRequest(cmdlet, parameter, fitted, bad);
                }
            }
        }
    }

    /// <summary>What PowerShell makes of a converted value for the parameter: nothing is left to it but what cannot fail.</summary>
    private static object? Fitted(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => null,
            _ when type.IsInstanceOfType(value) => value,
            bool flag when type == typeof(SwitchParameter) => new SwitchParameter(flag),
            double number when type == typeof(int) || type == typeof(long) => System.Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
            object?[] list when type == typeof(string[]) => list.Select(item => (string?)Fitted(item, typeof(string))).ToArray(),
            object?[] list when type == typeof(IDictionary[]) => list.Cast<IDictionary?>().ToArray(),
            _ when type.IsArray => Fitted(new[] { value }, type),
            _ when type == typeof(string) && InputValue.IsNumber(value) => System.Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"PowerShell would have to make a {type.Name} of a {value.GetType().Name}."),
        };
    }

    private static void CheckRequest(Type cmdlet, PropertyInfo parameter, object value, object? bad)
    {
        var command = Activator.CreateInstance(cmdlet)!;
        parameter.SetValue(command, value);
        try
        {
            var request = RequestBinder.Bind(command, [parameter.Name], "personio:connection");
            Assert.True(request.Path.Length + request.Query.Sum(pair => pair.Value.Length) <= KomboRequest.MostAddressLength);
            var body = new UTF8Encoding(false, true).GetString(request.EncodeBody());
            Assert.DoesNotContain("\uFFFD", body, StringComparison.Ordinal);
            if (!request.IsLines)
            {
                using var json = JsonDocument.Parse(body);
            }
        }
        catch (KomboException refusal)
        {
            Assert.Equal(KomboFailure.InvalidInput, refusal.Failure);
            Assert.False(string.IsNullOrEmpty(refusal.Parameter));
            CheckWords(refusal.Message, bad);
        }
    }

    private static void CheckWords(string message, object? bad)
    {
        Assert.DoesNotMatch(@"System\.|\[\]|\b(Hashtable|PSObject|ArrayList|Int32|Int64|Double|Boolean|String|Nullable|XmlElement|DBNull)\b|cast|Cannot convert", message);
        Assert.True(message.Length < 1000, $"{message.Length} characters for {bad?.GetType().Name}");
    }

    [Theory]
    [InlineData(20261224)]
    [InlineData(46380L)]
    [InlineData(1798070400000L)]
    [InlineData(1.5)]
    [InlineData(true)]
    public void Numbers_are_no_dates(object value)
    {
        Assert.Contains("yyyy-MM-dd", Refusal(new DateAttribute(), value), StringComparison.Ordinal);
        Assert.Contains("yyyy-MM-dd", Refusal(new MonthAttribute(), value), StringComparison.Ordinal);
        Assert.Contains("yyyy-MM-dd", Refusal(new InstantAttribute(), value), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_times_of_every_type_are_taken()
    {
        var day = new DateTime(2026, 12, 24);
        Assert.Equal(day, Convert(new DateAttribute(), new DateOnly(2026, 12, 24)));
        Assert.Equal(day, Convert(new DateAttribute(), day.AddHours(10)));
        Assert.Equal(day, Convert(new DateAttribute(), new DateTimeOffset(day, TimeSpan.FromHours(2))));
        Assert.Equal("08:30:00", Convert(new TextAttribute(), new TimeSpan(8, 30, 0)));
        Assert.Equal("08:30:00", Convert(new TextAttribute(), new TimeOnly(8, 30)));
        Assert.Equal("2026-12-24", Convert(new TextAttribute(), day));
        Assert.Null(Convert(new DateAttribute(), DBNull.Value));
    }

    [Fact]
    public void Ids_are_taken_as_databases_have_them()
    {
        var rule = new EntityIdAttribute(typeof(Employee));
        Assert.Equal("12345", Convert(rule, 12345));
        Assert.Equal("12345", Convert(rule, 12345m));
        Assert.Equal("12345", Convert(rule, 12345.00m));
        Assert.Equal("12345", Convert(rule, 12345d));
        Assert.Equal("12345678901234567890123", Convert(rule, BigInteger.Parse("12345678901234567890123", CultureInfo.InvariantCulture)));
        Assert.Equal("11111111-1111-1111-1111-111111111111", Convert(rule, new Guid("11111111-1111-1111-1111-111111111111")));
        Assert.Equal("12345", Convert(rule, new Hashtable { ["EmployeeId"] = 12345 }));
        Assert.Equal("ada", Convert(rule, Xml("<id x='1'>ada</id>")));
        Assert.Null(Convert(rule, DBNull.Value));
        Assert.Contains("12345.5", Refusal(rule, 12345.5m), StringComparison.Ordinal);
        Assert.Contains("true", Refusal(rule, true), StringComparison.Ordinal);
        Assert.Contains("is empty", Refusal(rule, new Hashtable { ["EmployeeId"] = DBNull.Value }), StringComparison.Ordinal);
        Assert.Contains("a list of 2 values", Refusal(rule, new Hashtable { ["EmployeeId"] = new[] { "a", "b" } }), StringComparison.Ordinal);
        Assert.Contains("an Absence object", InputValue.Describe(new Absence()), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_taken_where_several_values_are_and_lists_in_lists_nowhere()
    {
        Assert.Equal(new object[] { "a", "5" }, (object?[]?)Convert(new EntityIdAttribute { Several = true }, new ArrayList { "a", 5 }));
        Assert.Equal(new object[] { "a", "b" }, (object?[]?)Convert(new EntityIdAttribute { Several = true, Separated = true }, "a; b"));
        Assert.Contains("a list of 2 values", Refusal(new EntityIdAttribute(), new[] { "a", "b" }), StringComparison.Ordinal);
        Assert.Contains("Value 2 of the list: This is a list of 2 values", Refusal(new EntityIdAttribute { Several = true }, SelfList()), StringComparison.Ordinal);
        Assert.Contains("Value 2 of the list", Refusal(new MapAttribute { Several = true }, new object[] { new Hashtable(), SelfList() }), StringComparison.Ordinal);
        Assert.Contains("1,000,000", Refusal(new TextAttribute { Several = true }, Endless()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_contains_itself_or_has_no_end_is_refused()
    {
        Assert.Contains("contains itself", Refusal(SelfList()), StringComparison.Ordinal);
        Assert.Contains("contains itself", Refusal(SelfMap()), StringComparison.Ordinal);
        Assert.Contains("more than 1,000,000 values", Refusal(Tree(60)), StringComparison.Ordinal);
        Assert.Contains("more than 254 levels", Refusal(Tree(300)), StringComparison.Ordinal);
        Assert.Contains("more than 1,000,000 values", Refusal(Endless()), StringComparison.Ordinal);
        var shared = new Hashtable { ["x"] = 1 };
        Assert.Equal("""[{"x":1},{"x":1}]""", Json.PlainJson.ToText(PlainValue.From(new[] { shared, shared }, "Body")));
        var only = new ArrayList();
        only.Add(only);
        Assert.Contains("inside others like it", Assert.Throws<FormatException>(() => WebhookBodyAttribute.Read(only)).Message, StringComparison.Ordinal);
        Assert.Contains("a list of 2 values", Assert.Throws<FormatException>(() => WebhookBodyAttribute.Read(SelfList())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_inside_hashtables_are_those_that_JSON_has()
    {
        Assert.Equal("""{"a":null,"b":"text","c":5}""", Json.PlainJson.ToText(PlainValue.From(
            new System.Collections.Specialized.OrderedDictionary { ["a"] = DBNull.Value, ["b"] = Xml("<b i='1'>text</b>"), ["c"] = new BigInteger(5) }, "Property")));
        Assert.Contains("the XML element 'a'", Refusal(Xml("<a><b/></a>")), StringComparison.Ordinal);
        Assert.Contains("base64", Refusal(new byte[3]), StringComparison.Ordinal);
        Assert.Contains("cannot be a key", Refusal(new Hashtable { [new object[] { 1 }] = 2 }), StringComparison.Ordinal);
        Assert.Contains("half a character", Refusal(new Hashtable { ["a"] = "\uD83D" }), StringComparison.Ordinal);
        Assert.Contains("half a character", Refusal(new Hashtable { ["\uDC00"] = 1 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("12345678901234567.89")]
    [InlineData("\u0661\u0662")]
    [InlineData("1\u0662")]
    public void Numbers_that_would_arrive_changed_are_refused(string text)
    {
        Refusal(new NumberAttribute(), text);
        Refusal(new NumberAttribute(), new string('9', 400));
        Refusal(new NumberAttribute { Whole = true }, 9007199254740993L);
        Refusal(new NumberAttribute(), 0.1234567890123456789012345678m);
        Assert.Equal(0.1, Convert(new NumberAttribute(), 0.10m));
        Assert.Equal(1234567890123456d, Convert(new NumberAttribute(), "1234567890123456"));
        Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboDatevPayrollCommand>(("FixedPayment", new IDictionary[] { new Hashtable { ["amount"] = text } })));
    }

    [Fact]
    public void Values_too_long_for_an_address_are_refused_by_name_and_shortened()
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboCandidateCommand>(("FirstName", new string('x', 1_000_000))));
        Assert.Equal("FirstName", failure.Parameter);
        Assert.True(failure.Message.Length < 300);
        failure = Assert.Throws<KomboException>(() => Cmdlets.Request<RemoveKomboAbsenceCommand>(("AbsenceId", new string('x', 1_000_000))));
        Assert.Equal("AbsenceId", failure.Parameter);
    }

    [Fact]
    public void Secrets_stay_out_of_errors()
    {
        Assert.DoesNotContain("tok-123", Refusal(new TextAttribute { Secret = true }, new[] { "tok-123", "b" }), StringComparison.Ordinal);
        Assert.DoesNotContain("tok-123", Refusal(new TextAttribute { Secret = true }, "tok-123\uD83D"), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", Refusal(new AddressAttribute(), "http://user:s3cret@[bad"), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_of_files_are_cut_to_whole_characters()
    {
        var name = SafeFileName.Of(new RemoteFile(null, string.Concat(Enumerable.Repeat("\U0001F600ä", 200_000)) + ".pdf", null));
        Assert.True(Encoding.UTF8.GetByteCount(name) <= 200);
        Assert.EndsWith("\U0001F600.pdf", name.Replace("ä.pdf", ".pdf", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(name, InputValue.Whole(name));
    }
}
