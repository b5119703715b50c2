using System.Collections;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>What a command that is being typed would work with, for completers that read something.</summary>
internal sealed class CompletionContext
{
    /// <summary>How long a reading may take in all.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(30);

    // What takes longer is there at the next try.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private CompletionContext(KomboClient client, string? integrationId)
    {
        Client = client;
        IntegrationId = integrationId;
    }

    /// <summary>The client of the connection.</summary>
    public KomboClient Client { get; }

    /// <summary>The integration; null for none.</summary>
    public string? IntegrationId { get; }

    /// <summary>The context of a command line; null where there is no connection.</summary>
    /// <param name="bound">The parameters that were typed.</param>
    public static CompletionContext? Of(IDictionary? bound)
    {
        var connection = Plain(bound?["Connection"]) switch
        {
            KomboConnection given => given,
            string name => ConnectionTable.Current.Find(name),
            _ => ConnectionTable.Current.Default,
        };
        return connection is null ? null : new CompletionContext(connection.Client, Plain(bound?["IntegrationId"]) as string ?? connection.IntegrationId);
    }

    /// <summary>What was read, if it comes in a moment.</summary>
    public static T? Result<T>(Task<T?> reading)
        where T : class
    {
        try
        {
            return reading.Wait(LongestWait) ? reading.Result : null;
        }
        catch (AggregateException)
        {
            // There is nobody to tell: completion has no error stream. The command itself says what is wrong.
            return null;
        }
    }

    private static object? Plain(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
