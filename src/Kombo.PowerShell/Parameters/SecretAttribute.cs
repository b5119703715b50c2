using System.Globalization;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;

namespace Kombo.PowerShell;

/// <summary>An API key or another secret: a SecureString, or plain text that becomes one at once.</summary>
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    // What a SecureString holds.
    private const int Longest = 65536;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value switch
        {
            string text => Protect(text),
            PSCredential credential => credential.Password,
            null or SecureString => value,
            _ => throw new ArgumentTransformationMetadataException("A key or secret is text or a SecureString."),
        };
    }

    internal static SecureString Protect(string text)
    {
        if (text.Length > Longest)
        {
            throw new ArgumentTransformationMetadataException(
                $"This has {text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters; a key or secret has 65536 at most. Was a whole file passed?");
        }

        var result = new SecureString();
        foreach (var character in text)
        {
            result.AppendChar(character);
        }

        result.MakeReadOnly();
        return result;
    }

    internal static string Reveal(SecureString value)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(value);
        try
        {
            // With its length: a NUL is a character like any other, and must not make a secret a shorter one.
            return Marshal.PtrToStringUni(pointer, value.Length) ?? "";
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }
}
