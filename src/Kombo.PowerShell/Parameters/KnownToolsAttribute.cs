namespace Kombo.PowerShell;

/// <summary>
/// The tools that Kombo is known to connect, as suggestions. Get-KomboTool reads the list of today; a tool that is missing
/// here passes like any other.
/// </summary>
internal sealed class KnownToolsAttribute : KnownValuesAttribute
{
    public KnownToolsAttribute()
        : base(
        "360learning", "a3innuvanomina", "abacus", "abacusumantis", "absenceio", "adpdecidium", "adpworkforcenow", "afas",
        "alexishr", "applicantstack", "apploi", "ashby", "asymbl", "atlas", "avature", "avionte", "azuread", "bamboohr",
        "bite", "boondmanager", "brassring", "breathehr", "breezyhr", "bullhorn", "bullhorn4salesforce", "bullhornlogin",
        "careerplug", "carerix", "carerixgraphql", "catalystone", "ceipal", "cezannehr", "charliehr", "comeet", "compleet",
        "compleetpersy", "compleetpitcher", "concludis", "connexys", "cornerstoneondemand", "cornerstonetalentlink",
        "coursera", "coveto", "covetorest", "crelate", "databites", "datev", "datevhr", "datevlauds", "datevlug",
        "dayforce", "deel", "digitalrecruiters", "docebo", "dvinci", "dvinciadmin", "eightfold", "employmenthero",
        "emplypeople", "entraid", "eploy", "erecruiter", "eurecia", "factorial", "flatchr", "fountain", "fourth", "gem",
        "googleworkspace", "greenhouse", "greenhousejobboard", "greenhousev3", "guidecom", "gusto", "haileyhr", "hansalog",
        "heavenhr", "heyrecruit", "hibob", "homerun", "hoorayhr", "hr4you", "hroffice", "hrworks", "humaans", "icims",
        "inrecruiting", "insperity", "iriscascade", "itrent", "jazzhr", "jobadder", "jobadderjobboard", "jobdiva",
        "jobvite", "jobylon", "join", "kenjo", "kiwihr", "kula", "lattice", "latticetalent", "laura", "leapsome", "lever",
        "linkedinlearning", "logicmelon", "loket", "loxo", "lucca", "manatal", "mercury", "mhmhr", "mirus", "moodle",
        "mysolution", "namely", "nibelis", "nmbrs", "odoo", "officient", "okta", "onlyfy", "oraclehcm", "oraclerecruiting",
        "otys", "oysterhr", "pageup", "paradox", "paychex", "paycom", "paycor", "payfit", "payfitcustomer", "payfitpartner",
        "paylocity", "peoplefirst", "peoplehr", "peoplexd", "peple", "perbilityhelix", "personio", "perview", "phenom",
        "piloga", "pinpoint", "planday", "reachmee", "recruhr", "recruitcrm", "recruitee", "recruiterflow", "remotecom",
        "rexx", "rippling", "sagehr", "sagepeople", "sandbox", "sapling", "scim", "sdworx", "sesamehr", "sftp", "sftpfetch",
        "silae", "simployer", "skello", "smartrecruiters", "softgarden", "softgardenpartner", "spott", "square", "stardex",
        "successfactors", "sympa", "taleez", "talent360", "talentadore", "talentclue", "talention", "talentlms",
        "talentsoft", "talentsoftcustomer", "taleo", "teamtailor", "teamtailorjobboards", "trackerrms", "traffit", "trinet",
        "trinetpeo", "ubeeo", "udemy", "ukgpro", "ukgprowfm", "ukgready", "umantis", "welcometothejungle", "workable",
        "workday", "workdaycustomreport", "workdaycustomreportsftp", "workforcecom", "youforce", "youserve", "zellis",
        "zelt", "zohopeople", "zohorecruit", "zvooverecruit")
    {
    }
}
