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

    public static TheoryData<string> Names => Cmdlets.Names;

    public static TheoryData<string> OperationNames => Cmdlets.OperationNames;

    [Theory, MemberData(nameof(Names))]
    public void Class_and_cmdlet_have_the_same_name(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        Assert.Equal(name.Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Name);
        Assert.True(cmdlet.IsSealed);
    }

    [Theory, MemberData(nameof(Names))]
    public void Verb_is_approved_and_noun_is_singular_with_the_prefix(string name)
    {
        var declaration = Cmdlets.Declaration(Cmdlets.Find(name));
        Assert.Contains(declaration.VerbName, ApprovedVerbs);
        Assert.StartsWith("Kombo", declaration.NounName, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^s]s$", declaration.NounName);
    }

    [Theory, MemberData(nameof(Names))]
    public void Output_is_declared(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        Assert.True(Cmdlets.OutputTypesOf(cmdlet).Count > 0 || Cmdlets.Declaration(cmdlet).VerbName == "Disconnect", "There is no [OutputType].");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Changes_can_be_confirmed_and_reads_need_not(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var changes = cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Any(operation => !operation.IsRead);
        var writesFiles = Cmdlets.Declaration(cmdlet).VerbName == VerbsData.Save;
        Assert.Equal(changes || writesFiles, Cmdlets.Declaration(cmdlet).SupportsShouldProcess);
        Assert.Equal(changes, InheritsFrom(cmdlet, typeof(WriteCommand<>)));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Retries_and_the_time_of_an_attempt_can_be_set_for_every_call_and_mean_the_same_everywhere(string name) =>
        Assert.All([nameof(ApiCommand.Retry), nameof(ApiCommand.MaxRetry), nameof(ApiCommand.TimeoutSec)], setting =>
        {
            var parameter = Assert.Single(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter => parameter.Name == setting);
            Assert.Equal(typeof(ApiCommand), parameter.DeclaringType);
            Assert.Contains(Cmdlets.ParametersOf(typeof(ConnectKomboCommand)), other => other.Name == setting && other.PropertyType == parameter.PropertyType);
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Deletions_ask_before_they_act(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        if (cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Any(operation => operation.Method == "DELETE"))
        {
            Assert.Equal(ConfirmImpact.High, Cmdlets.Declaration(cmdlet).ConfirmImpact);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Parameter_names_are_singular_and_in_Pascal_case(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            Assert.Matches("^[A-Z][A-Za-z0-9]*$", parameter.Name);
            Assert.True(SingularWithS.Contains(parameter.Name) || !Regex.IsMatch(parameter.Name, "[^s]s$"), $"-{parameter.Name} looks like a plural.");
        });

    [Theory, MemberData(nameof(Names))]
    public void Objects_of_the_pipeline_do_not_choose_where_files_go(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => Cmdlets.NamesOf(parameter).Any(own => Regex.IsMatch(own, "Destination|OutFile|JournalPath"))), parameter =>
        {
            Assert.False(Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)), $"-{parameter.Name} binds from properties.");
            Assert.False(Cmdlets.Is(parameter, nameof(ParameterAttribute.ValueFromPipeline)), $"-{parameter.Name} binds from the pipeline.");
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
                Assert.True(!bindsProperties || rules.OfType<ReadableAttribute>().Any(), $"-{parameter.Name} needs [Readable].");
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
                _ when element == typeof(KomboRetry) => [typeof(RetryArgumentAttribute)],
                _ when element == typeof(KomboConnection) => [typeof(ConnectionArgumentAttribute)],
                _ when element == typeof(System.Globalization.CultureInfo) => [typeof(CultureAttribute)],
                _ => [],
            };
            var rule = Assert.Single(rules);
            Assert.True(fitting.Any(kind => kind.IsInstanceOfType(rule)), $"-{parameter.Name} needs a rule for {type.Name}.");
            if (rule is ConversionAttribute conversion)
            {
                Assert.True(conversion.Several == isList, $"-{parameter.Name}: Several must be {isList}.");
                Assert.True(parameter.GetCustomAttribute<WireAttribute>(false) is not { Secret: true } || conversion.Secret, $"-{parameter.Name}: errors must not show the value.");
            }

            // Null is no value of these types: PowerShell would name the type.
            Assert.True(!parameter.PropertyType.IsValueType || parameter.PropertyType == typeof(SwitchParameter) || Nullable.GetUnderlyingType(parameter.PropertyType) is not null, $"-{parameter.Name} must be nullable.");
            if (rule is NumberAttribute number && element == typeof(int))
            {
                Assert.True(number.Whole && number.Min >= int.MinValue && number.Max <= int.MaxValue, $"-{parameter.Name} needs the limits of a whole number.");
            }

            if (parameter.GetCustomAttributes<ValidateArgumentsAttribute>().Any(check => check is ValidateSetAttribute or ValidatePatternAttribute))
            {
                // PowerShell quotes what it refuses in full.
                Assert.True(rule is TextAttribute { Longest: <= 2000 }, $"-{parameter.Name} needs [Text(Longest = ...)].");
            }

            Assert.Empty(parameter.GetCustomAttributes<ValidateRangeAttribute>());
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Writes_read_text_by_the_culture_that_they_are_told_and_reads_in_the_invariant_form(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var isWrite = InheritsFrom(cmdlet, typeof(WriteCommand<>));
        var parameters = Cmdlets.ParametersOf(cmdlet).ToList();
        Assert.Equal(isWrite, parameters.Exists(parameter => parameter.Name == nameof(WriteCommand<object>.Culture)));
        Assert.Equal(isWrite, parameters.Exists(parameter => parameter.Name == nameof(WriteCommand<object>.IgnoreColumn)));
        Assert.All(parameters, parameter =>
        {
            if (parameter.GetCustomAttribute<ArgumentTransformationAttribute>() is not TextConversionAttribute rule || rule is AddressAttribute)
            {
                return;
            }

            // PowerShell keeps only the one box that is bound, so there are no lists of them.
            Assert.False(rule.Several, $"-{parameter.Name}: numbers, days and flags come one by one.");
            Assert.Equal(isWrite && parameter.GetCustomAttribute<WireAttribute>(false) is not null, rule.ByCulture);
            Assert.Equal(parameter.PropertyType == typeof(bool?), rule is FlagAttribute { Nullable: true });
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
            Assert.IsType(Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType, box);
            Assert.Equal("1", LateText.Of(box));
            Assert.NotSame(box, rule.Transform(null!, "1"));
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Writes_of_one_request_for_each_input_know_every_rows_fate(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var isRowWise = InheritsFrom(cmdlet, typeof(RowWriteCommand<>));
        Assert.Equal(InheritsFrom(cmdlet, typeof(WriteCommand<>)) && !InheritsFrom(cmdlet, typeof(CollectedWriteCommand<>)), isRowWise);
        foreach (var own in typeof(IWriteChoice).GetProperties())
        {
            Assert.Equal(isRowWise, Cmdlets.ParametersOf(cmdlet).Any(parameter => parameter.Name == own.Name));
        }

        // Rows are read, sent and told in one place. What a row needs is taken by Prepare and Completion, before the next row
        // overwrites the parameters; Output runs later, on another thread.
        string[] bases = ["ProcessRecord", "EndProcessing", "BeginProcessing", "Output", "BeforeEnd"];
        if (isRowWise)
        {
            Assert.DoesNotContain(cmdlet.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), method => bases.Contains(method.Name));
        }
    }

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
                Assert.Contains(query, days.Concat(moments));
                Assert.Equal(days.Contains(query), parameter.GetCustomAttribute<DateAttribute>() is not null);
                Assert.Equal(moments.Contains(query), parameter.GetCustomAttribute<InstantAttribute>() is not null);
            }
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Updates_are_the_ones_that_must_name_a_change(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        Assert.All(cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Where(operation => operation.Method == "PATCH"), _ =>
            Assert.True(InheritsFrom(cmdlet, typeof(RowWriteCommand<>)), "The base class asks for the change."));
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
            Assert.True(!isId || parameter.GetCustomAttribute<EntityIdAttribute>() is not null, $"-{parameter.Name} needs [EntityId].");
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
        Assert.Equal(documented, takers.Order(StringComparer.Ordinal));

        // What filters by ids of the tool takes them bare: with the prefix nothing would ever be found.
        Assert.All(Cmdlets.OfOperations.SelectMany(Cmdlets.ParametersOf).Where(parameter => parameter.GetCustomAttribute<QueryAttribute>()?.Name == "remote_ids"), parameter =>
            Assert.Contains("id of the connected tool here", parameter.GetCustomAttribute<EntityIdAttribute>()!.RefusalOf("remote:1"), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void The_integration_can_be_completed(string name) =>
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => parameter.Name == "IntegrationId"), parameter => Assert.NotNull(parameter.GetCustomAttribute<KnownIntegrationsAttribute>()));

    [Theory, MemberData(nameof(OperationNames))]
    public void Ids_of_what_an_integration_has_few_of_are_completed_by_name(string name)
    {
        string[] few = ["AbsenceType", "ApplicationStage", "EmployeeDocumentCategory", "Group", "LegalEntity", "Location", "RejectionReason", "Tag"];
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)), parameter =>
        {
            var entity = parameter.GetCustomAttribute<EntityIdAttribute>()?.Entity;
            if (few.Contains(entity))
            {
                Assert.Equal(entity, parameter.GetCustomAttribute<KnownNamesAttribute>()?.Entity);
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
                Assert.All(Cmdlets.NamesOf(parameter), own => Assert.Contains(own, known));
            }
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Answers_are_of_the_declared_type(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var answer = Ancestors(cmdlet).First(type => type.IsGenericType).GetGenericArguments()[0];
        var declared = Cmdlets.OutputTypesOf(cmdlet);
        answer = Cmdlets.Declaration(cmdlet).VerbName == VerbsData.Save ? typeof(FileInfo) : answer;
        Assert.True(answer == typeof(object) ? declared.Contains(typeof(void)) : declared.Contains(answer), $"[OutputType] lacks {answer.Name}.");
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
            Assert.Equal(nameof(CollectedWriteCommand<object>.InputObject), Assert.Single(fed).Name);
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Lists_that_replace_others_ask_before_they_act(string name)
    {
        if (InheritsFrom(Cmdlets.Find(name), typeof(FullListCommand<>)))
        {
            Assert.Equal(ConfirmImpact.High, Cmdlets.Declaration(Cmdlets.Find(name)).ConfirmImpact);
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void The_sandbox_answers_the_operation(string name)
    {
        foreach (var operation in Cmdlets.Find(name).GetCustomAttributes<KomboOperationAttribute>(false))
        {
            Assert.Contains(Kombo.Sandbox.Router.Routes, route => route.Method == operation.Method && route.Template == operation.Path);
        }
    }

    [Fact]
    public void The_manifest_lists_exactly_the_cmdlets()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "Kombo.psd1"));
        var listed = Regex.Matches(manifest.Split("CmdletsToExport")[1].Split("FunctionsToExport")[0], "'([A-Za-z]+-[A-Za-z]+)'").Select(match => match.Groups[1].Value);
        Assert.Equal(Cmdlets.All.Select(Cmdlets.NameOf).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_help_page_with_examples_exists(string name)
    {
        var page = Path.Combine(Repository.Root, "docs", "help", name + ".md");
        Assert.True(File.Exists(page), $"docs/help/{name}.md is missing.");
        var text = File.ReadAllText(page);
        Assert.True(Regex.Count(text, "(?m)^### Example") >= 2, "A help page has two examples at least.");
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.All(Cmdlets.ParametersOf(Cmdlets.Find(name)).Where(parameter => !Cmdlets.Is(parameter, nameof(ParameterAttribute.DontShow))), parameter => Assert.Contains($"### -{parameter.Name}", text, StringComparison.Ordinal));
    }

    private static bool InheritsFrom(Type type, Type generic) => Ancestors(type).Any(ancestor => ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == generic);

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
