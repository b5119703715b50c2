using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Makes the settings for -Retry: how often and after which waits a request is tried again.</summary>
[Cmdlet(VerbsCommon.New, "KomboRetry", DefaultParameterSetName = BackOffSet)]
[OutputType(typeof(KomboRetry))]
public sealed class NewKomboRetryCommand : PSCmdlet
{
    private const string BackOffSet = "BackOff";
    private const string OffSet = "Off";

    /// <summary>Nothing is tried again.</summary>
    [Parameter(ParameterSetName = OffSet, Mandatory = true)]
    [Flag]
    public SwitchParameter Off { get; set; }

    /// <summary>How often a request is tried again at most.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Number(Whole = true, Min = 0, Max = 100)]
    public int? MaxRetry { get; set; }

    /// <summary>How many seconds to wait before the first repetition.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Number(Min = 0.001, Max = 300)]
    public double? FirstIntervalSec { get; set; }

    /// <summary>How many seconds to wait between two attempts at most.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Number(Min = 0.001, Max = 300)]
    public double? LongestIntervalSec { get; set; }

    /// <summary>How much longer each wait is than the one before.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Number(Min = 1, Max = 10)]
    public double? Exponent { get; set; }

    /// <summary>How many seconds after the first attempt nothing is tried again.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Number(Min = 0.001, Max = 86400)]
    public double? LongestTimeSec { get; set; }

    /// <summary>Whether requests without a whole answer are tried again: no connection, a broken one, no answer in time.</summary>
    [Parameter(ParameterSetName = BackOffSet)]
    [Flag(Nullable = true)]
    public bool? RetryConnectionError { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            WriteObject(Make());
        }
        catch (KomboException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
    }

    /// <summary>The settings that the parameters say.</summary>
    /// <exception cref="KomboException">They do not go together.</exception>
    internal KomboRetry Make()
    {
        if (Off)
        {
            return KomboRetry.Off;
        }

        var usual = new KomboRetry();
        var first = FirstIntervalSec ?? usual.FirstInterval.TotalSeconds;
        var longest = LongestIntervalSec ?? usual.LongestInterval.TotalSeconds;
        return longest < first
            ? throw KomboException.InvalidInput(nameof(LongestIntervalSec), $"{InputValue.Text(longest)} is less than the first interval, which is {InputValue.Text(first)}.")
            : new KomboRetry
            {
                MaxRetry = MaxRetry,
                FirstInterval = TimeSpan.FromSeconds(first),
                LongestInterval = TimeSpan.FromSeconds(longest),
                Exponent = Exponent ?? usual.Exponent,
                LongestTime = LongestTimeSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                RetryConnectionError = RetryConnectionError,
            };
    }
}
