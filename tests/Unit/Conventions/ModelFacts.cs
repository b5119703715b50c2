using System.Collections;
using System.Reflection;
using Kombo.Facts;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Every member of an answer has a property that can hold it, and every property is a member of an answer.</summary>
public sealed class ModelFacts
{
    private const string Models = "src/Kombo.Core/Models";

    /// <summary>What the API answers, with the classes that read it.</summary>
    private static readonly IReadOnlyList<(string Where, Shape Shape, Type Model)> Answers = [.. Operations(), .. Webhooks()];

    /// <summary>What cmdlets fill from their own parameters, and what all webhooks call alike, however the API spells it.</summary>
    private static readonly HashSet<string> Ours =
    [
        "ConnectLink.LinkType", "ConnectLink.ExpiresAt", "ConnectLink.IntegrationId", "ConnectLink.EndUserOriginId", "ConnectLink.EndUserOrganizationName",
        "ConnectLink.EndUserEmail", "DatevDocument.AccountingMonth", "DatevEauRequest.EmployeeId", "WebhookEvent.IntegrationId", "WebhookEvent.IntegrationTool", "WebhookEvent.IntegrationCategory",
    ];

    public static TheoryData<string> Wheres => new(Answers.Select(answer => answer.Where).Distinct());

    [Theory, MemberData(nameof(Wheres))]
    public void Members_of_an_answer_have_a_property_of_their_type(string where)
    {
        var faults = new List<string>();
        foreach (var (_, shape, model) in Answers.Where(answer => answer.Where == where))
        {
            Compare(shape, model, where, faults, []);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Properties_are_members_of_an_answer()
    {
        var known = new HashSet<(Type, string)>();
        foreach (var (where, shape, model) in Answers)
        {
            Compare(shape, model, where, [], known);
        }

        var faults = known.Select(pair => pair.Item1).Distinct().SelectMany(model => ModelMembers.Of(model).Keys
            .Where(name => !known.Contains((model, name)) && !Ours.Contains($"{(model.IsSubclassOf(typeof(WebhookEvent)) ? nameof(WebhookEvent) : model.Name)}.{ModelMembers.Of(model)[name].Name}"))
            .Select(name => $"{model.Name}.{ModelMembers.Of(model)[name].Name}: no answer in api/facts has a member '{name}'. Remove the property, or add the fact."));
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void Webhooks_have_a_class_each()
    {
        var unread = ApiFacts.All.Webhooks.Keys.Except(Kombo.Webhooks.WebhookReader.KnownTypes);
        var unknown = Kombo.Webhooks.WebhookReader.KnownTypes.Except(ApiFacts.All.Webhooks.Keys);
        Assert.True(!unread.Any(), $"WebhookReader knows no class for {string.Join(", ", unread)}. Add one in {Models}/Webhooks (CONTRIBUTING.md, \"Adding a webhook event\").");
        Assert.True(!unknown.Any(), $"WebhookReader has {string.Join(", ", unknown)}, which api/facts does not know. Correct the name, or add the fact.");
    }

    private static IEnumerable<(string, Shape, Type)> Operations()
    {
        foreach (var cmdlet in Cmdlets.OfOperations)
        {
            var answer = Cmdlets.Ancestors(cmdlet).First(type => type.IsGenericType).GetGenericArguments()[^1];
            foreach (var declaration in Operation.Of(cmdlet).Declarations)
            {
                var shape = ApiMembers.Of(declaration).Answer;
                if (shape is not null && answer.IsSubclassOf(typeof(KomboObject)))
                {
                    yield return ($"{declaration.Method} {declaration.Path}", declaration.List is { } list ? shape.Members![list].Items! : shape, answer);
                }
            }
        }
    }

    private static IEnumerable<(string, Shape, Type)> Webhooks() =>
        from webhook in ApiFacts.All.Webhooks.Values
        let body = System.Text.Encoding.UTF8.GetBytes($$$"""{"type":"{{{webhook.Type}}}","data":{}}""")
        select ($"the webhook {webhook.Type}", webhook.Payload.Members!["data"], Kombo.Webhooks.WebhookReader.Read(body).GetType());

    private static void Compare(Shape shape, Type type, string where, List<string> faults, HashSet<(Type, string)> known)
    {
        if (shape.Type == Shape.Choice && type.IsSubclassOf(typeof(KomboObject)))
        {
            Assert.All(shape.Choices!, choice => Compare(choice, type, where, faults, known));
            return;
        }

        if (shape.Type == Shape.Object && type.IsSubclassOf(typeof(KomboObject)))
        {
            var members = ModelMembers.Of(type);
            foreach (var (name, member) in shape.Members!)
            {
                known.Add((type, name));
                if (!members.TryGetValue(name, out var property))
                {
                    faults.Add($"{type.Name} has no property for '{name}' ({member.Type}) of {where}. Add it to {Models}.");
                }
                else
                {
                    if (new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull && property.PropertyType != typeof(string) && (member.Nullable || !member.Required))
                    {
                        faults.Add($"{type.Name}.{property.Name} must be nullable: '{name}' of {where} can be null or missing.");
                    }

                    Compare(member, property.PropertyType, $"{where}, {name}", faults, known);
                }
            }

            return;
        }

        if (!Holds(type, shape))
        {
            faults.Add($"{where}: {type.Name} cannot hold the type {shape.Type}. Change the property in {Models}, or the fact.");
        }
        else if (shape.Type == Shape.List && ItemOf(type) is { } item)
        {
            Compare(shape.Items!, item, where + "[]", faults, known);
        }
    }

    private static bool Holds(Type type, Shape shape)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(object) || shape.Type switch
        {
            Shape.Recursive or Shape.Any => true,
            Shape.Map when value.IsSubclassOf(typeof(KomboObject)) => shape.Items!.Type == Shape.Any, // the vendor does not say what is in it
            Shape.Map or Shape.Object => typeof(IDictionary).IsAssignableFrom(value),
            Shape.List => ItemOf(value) is not null,
            Shape.Choice => shape.Choices!.All(choice => Holds(type, choice)),
            "moment" or "date" or "day" => value == typeof(DateTime) || value == typeof(string),
            "integer" => value == typeof(long) || value == typeof(int) || value == typeof(double),
            "number" => value == typeof(double) || value == typeof(decimal) || value == typeof(int),
            "address" => value == typeof(string) || value == typeof(Uri),
            "boolean" => value == typeof(bool),
            _ => value == typeof(string),
        };
    }

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KomboList<>) ? type.GetGenericArguments()[0] : null;
}
