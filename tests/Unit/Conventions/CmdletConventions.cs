using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Rules that every cmdlet keeps. A new cmdlet is held to them without anyone thinking of it.</summary>
public sealed class CmdletConventions
{
    private static readonly HashSet<string> ApprovedVerbs = typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => (string)field.GetValue(null)!)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Names that end in s and are singular all the same, or are switches that speak of many things.</summary>
    private static readonly HashSet<string> SingularWithS = ["Status", "EmploymentStatus", "MaritalStatus", "EmailAddress", "AdditionalEmailAddress", "IgnoreUnsupportedFilters", "ProxyUseDefaultCredentials", "NameContains", "CustomLodas"];

    private const string ThisFile = "tests/Unit/Conventions/CmdletConventions.cs";

    public static TheoryData<string> Names => Cmdlets.Names;

    public static TheoryData<string> OperationNames => Cmdlets.OperationNames;

    [Theory, MemberData(nameof(Names))]
    public void Class_and_cmdlet_have_the_same_name(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var expected = name.Replace("-", "", StringComparison.Ordinal) + "Command";
        Assert.True(cmdlet.Name == expected, $"{FileOf(name)}: rename the class and the file to {expected}, or correct the verb and noun in [Cmdlet].");
        Assert.True(cmdlet.IsSealed, $"{FileOf(name)}: make the class sealed. What cmdlets share is in a base class in src/Kombo.PowerShell/Base.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Verb_is_approved_and_noun_is_singular_with_the_prefix(string name)
    {
        var declaration = Cmdlets.Declaration(Cmdlets.Find(name));
        Assert.True(ApprovedVerbs.Contains(declaration.VerbName), $"{FileOf(name)}: '{declaration.VerbName}' is no approved verb. Use a constant of VerbsCommon, VerbsData, VerbsLifecycle or one of their neighbours.");
        Assert.True(declaration.NounName.StartsWith("Kombo", StringComparison.Ordinal), $"{FileOf(name)}: the noun '{declaration.NounName}' must begin with Kombo.");
        Assert.False(Regex.IsMatch(declaration.NounName, "[^s]s$"), $"{FileOf(name)}: the noun '{declaration.NounName}' looks like a plural. Cmdlets have singular nouns.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Output_is_declared(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        Assert.True(Cmdlets.OutputTypesOf(cmdlet).Count > 0 || Cmdlets.Declaration(cmdlet).VerbName == "Disconnect", $"{FileOf(name)}: add [OutputType(typeof(...))] with what the cmdlet writes, or typeof(void).");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Changes_can_be_confirmed_and_reads_need_not(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var changes = cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Any(operation => !operation.IsRead);
        var writesFiles = Cmdlets.Declaration(cmdlet).VerbName == VerbsData.Save;
        Assert.True(
            (changes || writesFiles) == Cmdlets.Declaration(cmdlet).SupportsShouldProcess,
            changes || writesFiles
                ? $"{FileOf(name)}: add SupportsShouldProcess = true to [Cmdlet]. If the operation only reads, add Reads = true to [KomboOperation]."
                : $"{FileOf(name)}: remove SupportsShouldProcess from [Cmdlet]: the operation only reads, so there is nothing to confirm.");
        Assert.True(
            changes == InheritsFrom(cmdlet, typeof(WriteCommand<>)),
            $"{FileOf(name)}: {(changes ? "use a base class for changes, which derives from WriteCommand" : "use a base class for reads, such as ReadCommand")} (CONTRIBUTING.md, \"Adding an operation\"), or correct Reads in [KomboOperation].");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Retries_and_the_time_of_an_attempt_can_be_set_for_every_call_and_mean_the_same_everywhere(string name) =>
        Assert.All([nameof(ApiCommand.Retry), nameof(ApiCommand.MaxRetry), nameof(ApiCommand.TimeoutSec)], setting =>
        {
            var parameter = Cmdlets.ParametersOf(Cmdlets.Find(name)).SingleOrDefault(parameter => parameter.Name == setting);
            Assert.True(parameter?.DeclaringType == typeof(ApiCommand), $"{FileOf(name)}: derive the cmdlet from ApiCommand and declare no -{setting} of its own.");
            Assert.True(
                Cmdlets.ParametersOf(typeof(ConnectKomboCommand)).Any(other => other.Name == setting && other.PropertyType == parameter!.PropertyType),
                $"{Repository.FileOf(typeof(ConnectKomboCommand))}: -{setting} must have the type {parameter.PropertyType.Name}, as in {Repository.FileOf(typeof(ApiCommand))}.");
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Deletions_ask_before_they_act(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        if (cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Any(operation => operation.Method == "DELETE"))
        {
            Assert.True(Cmdlets.Declaration(cmdlet).ConfirmImpact == ConfirmImpact.High, $"{FileOf(name)}: add ConfirmImpact = ConfirmImpact.High to [Cmdlet]: it deletes.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Parameter_names_are_singular_and_in_Pascal_case(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            Assert.True(Regex.IsMatch(parameter.Name, "^[A-Z][A-Za-z0-9]*$"), $"{FileOf(name)}: the parameter {parameter.Name} must be in Pascal case.");
            Assert.True(
                SingularWithS.Contains(parameter.Name) || !Regex.IsMatch(parameter.Name, "[^s]s$"),
                $"{FileOf(name)}: -{parameter.Name} looks like a plural. Use the singular, also for lists. If it is none, add it to {nameof(SingularWithS)} in {ThisFile}.");
        });

    [Theory, MemberData(nameof(Names))]
    public void Objects_of_the_pipeline_do_not_choose_where_files_go(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => Cmdlets.NamesOf(parameter).Any(own => Regex.IsMatch(own, "Destination|OutFile|JournalPath"))), parameter =>
        {
            Assert.False(
                Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) || Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipeline)),
                $"{FileOf(name)}: remove ValueFromPipeline and ValueFromPipelineByPropertyName from -{parameter.Name}: a row of a file must not say where files are written.");
        });

    [Theory, MemberData(nameof(Names))]
    public void Every_parameter_reads_its_values_by_our_own_rules(string name) =>
        // PowerShell's conversions turn '0,5' into 5, 20261224 into a day of the year 1 and a hashtable into the name of its
        // type, and refuse with the names of .NET types. Only what takes every object needs no rule.
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => parameter.PropertyType != typeof(object)), parameter =>
        {
            var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            var isList = type.IsArray && type != typeof(byte[]);
            var rules = parameter.GetCustomAttributes<ArgumentTransformationAttribute>().ToArray();
            var element = isList ? type.GetElementType()! : type;
            if (element == typeof(PSObject))
            {
                // Rows: those whose properties PowerShell binds are looked at before it does.
                var bindsProperties = Cmdlets.ParametersOf(Cmdlets.Find(name)).Any(other => Cmdlets.Is(other, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)));
                Assert.True(!bindsProperties || rules.OfType<ReadableAttribute>().Any(), $"{FileOf(name)}: add [Readable] to -{parameter.Name}.");
                return;
            }

            Type[] fitting = element switch
            {
                _ when element == typeof(string) => [typeof(TextAttribute), typeof(EntityIdAttribute)],
                _ when element == typeof(DateTime) => [typeof(DateAttribute), typeof(InstantAttribute)],
                _ when element == typeof(int) || element == typeof(long) || element == typeof(double) => [typeof(NumberAttribute)],
                _ when element == typeof(bool) || element == typeof(SwitchParameter) => [typeof(FlagAttribute)],
                _ when element == typeof(IDictionary) => [typeof(MapAttribute)],
                _ when element == typeof(Uri) => [typeof(AddressAttribute)],
                _ when element == typeof(byte[]) => [typeof(BytesAttribute), typeof(WebhookBodyAttribute)],
                _ when element == typeof(System.Security.SecureString) => [typeof(SecretAttribute)],
                _ when element == typeof(PSCredential) => [typeof(CredentialAttribute)],
                _ when element == typeof(System.Security.Cryptography.X509Certificates.X509Certificate2) || element == typeof(HttpMessageHandler) => [typeof(InstanceAttribute)],
                _ when element == typeof(TimeSpan) => [typeof(DurationAttribute)],
                _ when element == typeof(WebhookEvent) => [typeof(InstanceAttribute)],
                _ when element == typeof(KomboRetry) => [typeof(RetryArgumentAttribute)],
                _ when element == typeof(KomboConnection) => [typeof(ConnectionArgumentAttribute)],
                _ when element == typeof(System.Globalization.CultureInfo) => [typeof(CultureAttribute)],
                _ => [],
            };
            Assert.True(
                rules is [var only] && fitting.Any(kind => kind.IsInstanceOfType(only)),
                fitting.Length == 0
                    ? $"{FileOf(name)}: -{parameter.Name} has the type {type.Name}, which no rule reads. Use another type, or add the rule to src/Kombo.PowerShell/Parameters and to this test in {ThisFile}."
                    : $"{FileOf(name)}: -{parameter.Name} must have exactly one of the attributes {string.Join(", ", fitting.Select(kind => $"[{kind.Name.Replace("Attribute", "", StringComparison.Ordinal)}]"))}: they say how its values are read.");
            var rule = rules[0];
            if (rule is ConversionAttribute conversion)
            {
                Assert.True(conversion.Several == isList, $"{FileOf(name)}: {(isList ? "add Several = true to" : "remove Several from")} the rule of -{parameter.Name}.");
                Assert.True(parameter.GetCustomAttribute<WireAttribute>(false) is not { Secret: true } || conversion.Secret, $"{FileOf(name)}: add Secret = true to the rule of -{parameter.Name}: errors must not show the value.");
            }

            // Null is no value of these types: PowerShell would name the type.
            Assert.True(!parameter.PropertyType.IsValueType || parameter.PropertyType == typeof(SwitchParameter) || Nullable.GetUnderlyingType(parameter.PropertyType) is not null, $"{FileOf(name)}: declare -{parameter.Name} as a nullable {parameter.PropertyType.Name}: a parameter that is not given has no value.");
            if (rule is NumberAttribute number && element == typeof(int))
            {
                Assert.True(number.Whole && number.Min >= int.MinValue && number.Max <= int.MaxValue, $"{FileOf(name)}: -{parameter.Name} needs [Number(Whole = true, Min = ..., Max = ...)] with limits that fit into its type.");
            }

            if (parameter.GetCustomAttributes<ValidateArgumentsAttribute>().Any(check => check is ValidateSetAttribute or ValidatePatternAttribute))
            {
                // PowerShell quotes what it refuses in full.
                Assert.True(rule is TextAttribute { Longest: <= 2000 }, $"{FileOf(name)}: -{parameter.Name} needs [Text(Longest = ...)] of 2000 at most.");
            }

            Assert.False(parameter.GetCustomAttributes<ValidateRangeAttribute>().Any(), $"{FileOf(name)}: -{parameter.Name} needs the limits in [Number(Min = ..., Max = ...)], not [ValidateRange].");
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Writes_read_text_by_the_culture_that_they_are_told_and_reads_in_the_invariant_form(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var isWrite = InheritsFrom(cmdlet, typeof(WriteCommand<>));
        var parameters = Cmdlets.ParametersOf(cmdlet).ToList();
        string[] ofWrites = [nameof(WriteCommand<object>.Culture), nameof(WriteCommand<object>.IgnoreColumn)];
        Assert.All(ofWrites, own => Assert.True(
            isWrite == parameters.Exists(parameter => parameter.Name == own),
            $"{FileOf(name)}: {(isWrite ? "do not hide" : "remove")} -{own}: changes have it from WriteCommand, and reads do not have it."));
        Assert.All(parameters, parameter =>
        {
            if (parameter.GetCustomAttribute<ArgumentTransformationAttribute>() is not TextConversionAttribute rule || rule is AddressAttribute)
            {
                return;
            }

            // PowerShell keeps only the one box that is bound, so there are no lists of them.
            Assert.False(rule.Several, $"{FileOf(name)}: -{parameter.Name}: numbers, days and flags come one by one.");
            var byCulture = isWrite && parameter.GetCustomAttribute<WireAttribute>(false) is not null;
            Assert.True(byCulture == rule.ByCulture, $"{FileOf(name)}: {(byCulture ? "add ByCulture = true to" : "remove ByCulture from")} the rule of -{parameter.Name}: only what a change sends is read by -Culture.");
            Assert.True(
                parameter.PropertyType == typeof(bool?) == rule is FlagAttribute { Nullable: true },
                $"{FileOf(name)}: -{parameter.Name} needs [Flag(Nullable = true)] if it is bool?, and only then.");
        });
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Text_is_bound_in_a_box_that_PowerShell_hands_on(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            if (parameter.GetCustomAttribute<ArgumentTransformationAttribute>() is not TextConversionAttribute { ByCulture: true } rule)
            {
                return;
            }

            // Of any other type PowerShell would make another object, and the text beside this one would be lost.
            var box = rule.Transform(null!, "1");
            var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            Assert.True(
                box?.GetType() == type && LateText.Of(box) is "1" && !ReferenceEquals(box, rule.Transform(null!, "1")),
                $"{FileOf(name)}: [{rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] of -{parameter.Name} must give a new {type.Name} for each text, with the text kept by LateText. Use the type that the rule makes, or correct {Repository.FileOf(rule.GetType())}.");
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Writes_of_one_request_for_each_input_know_every_rows_fate(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var isRowWise = InheritsFrom(cmdlet, typeof(RowWriteCommand<>));
        Assert.True(
            (InheritsFrom(cmdlet, typeof(WriteCommand<>)) && !InheritsFrom(cmdlet, typeof(CollectedWriteCommand<>))) == isRowWise,
            $"{FileOf(name)}: derive changes from RowWriteCommand (one request for each row) or CollectedWriteCommand (one for all), not from WriteCommand.");
        Assert.All(typeof(IWriteChoice).GetProperties(), own => Assert.True(
            isRowWise == Cmdlets.ParametersOf(cmdlet).Any(parameter => parameter.Name == own.Name),
            $"{FileOf(name)}: {(isRowWise ? "do not hide" : "remove")} -{own.Name}: it belongs to RowWriteCommand."));

        // Rows are read, sent and told in one place. What a row needs is taken by Prepare and Completion, before the next row
        // overwrites the parameters; Output runs later, on another thread.
        string[] bases = ["ProcessRecord", "EndProcessing", "BeginProcessing", "Output", "BeforeEnd"];
        if (isRowWise)
        {
            Assert.All(cmdlet.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), method => Assert.False(
                bases.Contains(method.Name), $"{FileOf(name)}: move what {method.Name} does to Prepare (before the request) or Completion (before the answer is written)."));
        }
    }

    [Fact]
    public void The_parameters_of_a_run_of_changes_are_declared_alike_in_both_places() =>
        // PowerShell takes parameters from a class and its bases only, and the two classes have no base that all other changes lack.
        Assert.All(typeof(IWriteChoice).GetProperties(), own =>
        {
            static IEnumerable<string> Declared(Type type, string parameter) => type.GetProperty(parameter)!.GetCustomAttributesData().Select(attribute => attribute.ToString()).Order(StringComparer.Ordinal);

            Assert.True(
                Declared(typeof(RowWriteCommand<object>), own.Name).SequenceEqual(Declared(typeof(InvokeKomboRequestCommand), own.Name)),
                $"{Repository.FileOf(typeof(RowWriteCommand<>))} and {Repository.FileOf(typeof(InvokeKomboRequestCommand))}: give -{own.Name} the same attributes in both.");
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Filters_are_days_where_the_API_drops_the_time_and_moments_elsewhere(string name)
    {
        // As the API's description has them: "by the day", "a plain date" on one side, a timestamp on the other.
        string[] days = ["date_from", "date_until", "remote_created_after", "period"];
        string[] moments = ["updated_after", "created_after", "started_before", "started_after", "ended_before", "ended_after", "time_from", "time_until"];
        foreach (var parameter in Cmdlets.ParametersOf(Cmdlets.Find(name)))
        {
            if (parameter.GetCustomAttribute<QueryAttribute>() is { Name: var query } && parameter.PropertyType == typeof(DateTime?))
            {
                Assert.True(
                    days.Contains(query) || moments.Contains(query),
                    $"{ThisFile}: add '{query}' of {name} to 'days' or 'moments' in this test, as the API's documentation has it.");
                var isDay = days.Contains(query);
                Assert.True(
                    isDay == parameter.GetCustomAttribute<DateAttribute>() is not null && isDay != parameter.GetCustomAttribute<InstantAttribute>() is not null,
                    $"{FileOf(name)}: -{parameter.Name} needs {(isDay ? "[Date], because the API drops the time" : "[Instant], because the API compares the time, too")}.");
            }
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Updates_are_the_ones_that_must_name_a_change(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        Assert.All(cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Where(operation => operation.Method == "PATCH"), _ =>
            Assert.True(InheritsFrom(cmdlet, typeof(RowWriteCommand<>)), $"{FileOf(name)}: derive from a base class that is a RowWriteCommand: it refuses an update without a new value."));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Ids_refuse_objects_of_another_model(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            var isId = parameter.Name.EndsWith("Id", StringComparison.Ordinal)
                && parameter.GetCustomAttribute<IntegrationHeaderAttribute>() is null
                && !parameter.Name.EndsWith("RemoteId", StringComparison.Ordinal)
                && !parameter.Name.EndsWith("OriginId", StringComparison.Ordinal) // yours, not Kombo's
                && parameter.Name != "TaxId"; // the state's, not Kombo's
            Assert.True(!isId || parameter.GetCustomAttribute<EntityIdAttribute>() is not null, $"{FileOf(name)}: -{parameter.Name} needs [EntityId(typeof(...))]. If it is no Kombo id, name it as an exception in this test in {ThisFile}.");
        });

    [Fact]
    public void Ids_of_the_connected_tool_are_taken_where_the_API_knows_their_prefix_and_nowhere_else()
    {
        string[] documented =
        [
            "Add-KomboSilaePayrollSupplement -EmployeeId", "Complete-KomboCourseProgression -CourseProgressionId", "Disable-KomboCourse -CourseId",
            "New-KomboAbsence -EmployeeId", "New-KomboAiApplyApplication -AiApplyJobId", "New-KomboAiApplyApplication -SourcedByUserId",
            "New-KomboApplication -JobId", "New-KomboApplication -SourcedByUserId",
            "New-KomboCandidate -JobId", "New-KomboCandidate -SourcedByUserId", "New-KomboCourseProgression -CourseRevisionId", "New-KomboCourseProgression -UserId",
            "New-KomboDatevEauRequest -EmployeeId", "Save-KomboDatevDocument -EmployeeId", "Save-KomboDatevEmployeeDocument -EmployeeId",
            "Set-KomboDatevCompensation -EmployeeId", "Set-KomboDatevPayroll -EmployeeId", "Update-KomboEmployee -EmployeeId",
        ];
        var takers = Cmdlets.OfOperations.SelectMany(cmdlet => Cmdlets.ParametersOf(cmdlet)
            .Where(parameter => parameter.GetCustomAttribute<EntityIdAttribute>() is { AllowRemote: true } id && id.Entity is not (null or nameof(Models.AssessmentPackage))) // these are yours, not Kombo's
            .Select(parameter => $"{Cmdlets.NameOf(cmdlet)} -{parameter.Name}"));
        Assert.True(
            documented.SequenceEqual(takers.Order(StringComparer.Ordinal)),
            $"AllowRemote in [EntityId] and the list 'documented' in {ThisFile} differ in: {string.Join(", ", documented.Except(takers).Concat(takers.Except(documented)))}. Set AllowRemote = true where the API documents the prefix 'remote:', and add those to the list, in alphabetical order.");

        // What filters by ids of the tool takes them bare: with the prefix nothing would ever be found.
        Assert.All(Cmdlets.OfOperations.SelectMany(Cmdlets.ParametersOf).Where(parameter => parameter.GetCustomAttribute<QueryAttribute>()?.Name == "remote_ids"), parameter =>
            Assert.Contains("id of the connected tool here", parameter.GetCustomAttribute<EntityIdAttribute>()!.RefusalOf("remote:1"), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void The_integration_can_be_completed(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => parameter.Name == "IntegrationId"), parameter => Assert.True(
            parameter.GetCustomAttribute<KnownIntegrationsAttribute>() is not null, $"{FileOf(name)}: add [KnownIntegrations] to -IntegrationId."));

    [Theory, MemberData(nameof(OperationNames))]
    public void Ids_of_what_an_integration_has_few_of_are_completed_by_name(string name)
    {
        string[] few = ["AbsenceType", "ApplicationStage", "EmployeeDocumentCategory", "Group", "LegalEntity", "Location", "RejectionReason", "Tag"];
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            var entity = parameter.GetCustomAttribute<EntityIdAttribute>()?.Entity;
            if (few.Contains(entity))
            {
                Assert.True(entity == parameter.GetCustomAttribute<KnownNamesAttribute>()?.Entity, $"{FileOf(name)}: add [KnownNames(typeof({entity}))] to -{parameter.Name}.");
            }
        });
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Ids_from_rows_go_by_the_parameters_names(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipeline))), parameter =>
        {
            // PowerShell converts a row as a whole before it looks at the row's columns.
            if (parameter.GetCustomAttribute<EntityIdAttribute>() is { IsRemote: false, Entity: { } entity } id)
            {
                var known = new[] { EntityReference.PropertyOf(entity), id.Column };
                Assert.All(Cmdlets.NamesOf(parameter), own => Assert.True(
                    known.Contains(own), $"{FileOf(name)}: a row's column '{own}' would not fill -{parameter.Name}. Rename the parameter or its alias to {known[0]}, or add Column = \"{own}\" to [EntityId]."));
            }
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Answers_are_of_the_declared_type(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var answer = Cmdlets.Ancestors(cmdlet).First(type => type.IsGenericType).GetGenericArguments()[0];
        var declared = Cmdlets.OutputTypesOf(cmdlet);
        answer = Cmdlets.Declaration(cmdlet).VerbName == VerbsData.Save ? typeof(FileInfo) : answer;
        Assert.True(answer == typeof(object) ? declared.Contains(typeof(void)) : declared.Contains(answer), $"{FileOf(name)}: [OutputType] must name {(answer == typeof(object) ? "void" : answer.Name)}, which the base class writes.");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Rows_of_collected_lists_are_never_left_out_by_the_engine(string name)
    {
        // PowerShell goes on without a row that it cannot bind; only a parameter that takes every object is safe.
        var cmdlet = Cmdlets.Find(name);
        if (InheritsFrom(cmdlet, typeof(CollectedWriteCommand<>)))
        {
            var fed = Cmdlets.ParametersOf(cmdlet).Where(parameter =>
                Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipeline)) || Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)));
            Assert.All(fed, parameter => Assert.True(
                parameter.Name == nameof(CollectedWriteCommand<object>.InputObject),
                $"{FileOf(name)}: remove ValueFromPipeline and ValueFromPipelineByPropertyName from -{parameter.Name}: the rows of the list come through -InputObject only."));
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Lists_that_replace_others_ask_before_they_act(string name)
    {
        if (InheritsFrom(Cmdlets.Find(name), typeof(FullListCommand<>)))
        {
            Assert.True(Cmdlets.Declaration(Cmdlets.Find(name)).ConfirmImpact == ConfirmImpact.High, $"{FileOf(name)}: add ConfirmImpact = ConfirmImpact.High to [Cmdlet]: what is not in the list is removed.");
        }
    }

    [Fact]
    public void The_manifest_lists_exactly_the_cmdlets()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "Kombo.psd1"));
        var listed = Regex.Matches(manifest.Split("CmdletsToExport")[1].Split("FunctionsToExport")[0], "'([A-Za-z]+-[A-Za-z]+)'").Select(match => match.Groups[1].Value);
        var existing = Cmdlets.All.Select(Cmdlets.NameOf).ToList();
        Assert.All(existing, name => Assert.True(listed.Count(other => other == name) == 1, $"Kombo.psd1: add '{name}' to CmdletsToExport, once."));
        Assert.All(listed, name => Assert.True(existing.Contains(name), $"Kombo.psd1: remove '{name}' from CmdletsToExport, or add its class to src/Kombo.PowerShell."));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_help_page_with_examples_exists(string name)
    {
        var page = Path.Combine(Repository.Root, "docs", "help", name + ".md");
        Assert.True(File.Exists(page), $"Add docs/help/{name}.md, then run ./build.ps1 -Task Docs.");
        var text = File.ReadAllText(page);
        Assert.True(Regex.Count(text, "(?m)^### Example") >= 2, $"docs/help/{name}.md: add an example, with the heading '### Example 2: ...'. A page has two at least.");
        Assert.False(text.Contains("{{", StringComparison.Ordinal), $"docs/help/{name}.md: replace the placeholders in double braces.");
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => !Cmdlets.Is(parameter, nameof(ParameterAttribute.DontShow))), parameter => Assert.True(
            text.Contains($"### -{parameter.Name}", StringComparison.Ordinal), $"docs/help/{name}.md: add the section '### -{parameter.Name}', then run ./build.ps1 -Task Docs."));
    }

    private static string FileOf(string cmdlet) => Repository.FileOf(Cmdlets.Find(cmdlet));

    private static bool InheritsFrom(Type type, Type generic) => Cmdlets.Ancestors(type).Any(ancestor => ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == generic);
}
