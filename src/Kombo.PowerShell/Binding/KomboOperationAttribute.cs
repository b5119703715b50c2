namespace Kombo.PowerShell;

/// <summary>Names the operation of the API that a cmdlet carries out.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class KomboOperationAttribute : Attribute
{
    /// <summary>Names an operation.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the server's address, with its parameters in braces: <c>ats/jobs/{job_id}/applications</c>.</param>
    public KomboOperationAttribute(string method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>The member of <c>data</c> that holds the rows; null when the answer is a single object.</summary>
    public string? List { get; set; }

    /// <summary>The largest page the operation serves, which is also what is asked for by default; 0 when it has no pages.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>True when Kombo passes a read on to the connected tool, which can take minutes.</summary>
    public bool Live { get; set; }

    /// <summary>True for an operation that changes nothing although its method is not GET: nothing to confirm, and safe to repeat.</summary>
    public bool Reads { get; set; }

    /// <summary>True when carrying the operation out changes nothing: every GET, and the others that only read.</summary>
    public bool IsRead => Method == "GET" || Reads;

    /// <summary>How many seconds an answer may take where that is more than usual; 0 for the usual time.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>The cmdlet to use instead of this one, whose operation Kombo will remove; null when it stays.</summary>
    public string? Successor { get; set; }
}
