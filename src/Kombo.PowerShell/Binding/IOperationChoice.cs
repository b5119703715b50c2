namespace Kombo.PowerShell;

/// <summary>A cmdlet with several operations says which of them a call carries out.</summary>
internal interface IOperationChoice
{
    /// <summary>The path template of the chosen operation, as in its <see cref="KomboOperationAttribute"/>.</summary>
    string ChosenPath { get; }
}
