namespace Kombo;

/// <summary>The parts of the API whose errors are documented together.</summary>
public enum KomboErrorFamily
{
    /// <summary>Everything that is in none of the others, such as integrations, connecting, and LMS.</summary>
    General,

    /// <summary>HRIS.</summary>
    Hris,

    /// <summary>ATS and Assessment.</summary>
    Ats,

    /// <summary>AI Apply.</summary>
    AiApply,
}
