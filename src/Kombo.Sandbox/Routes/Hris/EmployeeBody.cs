using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What the bodies that create and change an employee have in common.</summary>
internal static class EmployeeBody
{
    /// <summary>The members of an employee that the body sets; days lose their time.</summary>
    /// <exception cref="SandboxException">An id leads nowhere, or somebody else has the address.</exception>
    public static KomboMap Fields(SandboxRequest request, Row? employee)
    {
        var body = request.Body;
        var fields = new KomboMap();
        foreach (var name in new[] { "first_name", "last_name", "work_email", "gender", "marital_status", "job_title", "mobile_phone_number", "nationality", "ssn", "tax_id" })
        {
            if (body.TryGetValue(name, out var value))
            {
                fields[name] = value;
            }
        }

        foreach (var name in new[] { "date_of_birth", "start_date", "termination_date" })
        {
            if (body.TryGetValue(name, out var value))
            {
                fields[name] = Calendar.Moment(((string)value!).Substring(0, 10));
            }
        }

        if (body.TryGetValue("legal_entity_id", out var entity))
        {
            fields["legal_entity_id"] = request.Table<LegalEntities>().Require((string)entity!, "legal_entity_id").Id;
        }

        if (body.TryGetValue("location_id", out var location))
        {
            fields["work_location_id"] = request.Table<Locations>().Require((string)location!, "location_id").Id;
        }

        if (body.TryGetValue("home_address", out var address))
        {
            fields["home_address"] = Merged(employee?["home_address"] as KomboMap, (KomboMap)address!);
        }

        if (fields.TryGetValue("work_email", out var mail) && Holder(request, (string)mail!) is { } holder && holder.Id != employee?.Id)
        {
            throw new SandboxException("HRIS.EMPLOYEE_ALREADY_EXISTS", $"There is an employee with the address {mail}.");
        }

        return fields;
    }

    private static Row? Holder(SandboxRequest request, string mail) => request.Table<Employees>().Rows.Find(
        row => !row.IsDeleted && string.Equals(row.Text("work_email"), mail, StringComparison.OrdinalIgnoreCase));

    private static KomboMap Merged(KomboMap? present, KomboMap given)
    {
        var address = present is null ? Parts.Address(null, null, null, null, null) : new KomboMap(present);
        address["raw"] = null;
        foreach (var part in given)
        {
            address[part.Key] = part.Value;
        }

        return address;
    }
}
