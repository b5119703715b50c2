namespace Kombo.Sandbox;

/// <summary>A request that is answered with the error envelope.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Never thrown without a code or a status.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves this assembly.")]
internal sealed class SandboxException(string? code, string message, int status) : Exception(message)
{
    public SandboxException(string code, string message)
        : this(code, message, ErrorCodes.Status(code))
    {
    }

    public string? Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>The request itself is wrong.</summary>
    public static SandboxException Invalid(string message) => new(ErrorCodes.InputInvalid, message);
}
