using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What was sent to DATEV.</summary>
internal sealed class DatevDataPushes : Table
{
    /// <inheritdoc/>
    public override string Noun => "DATEV data push";

    /// <summary>Sends files.</summary>
    public void Send(string type, IEnumerable<KomboMap> files) => Send(type, Database.Now(), "UPLOADED", files);

    /// <summary>The employees, with what they are paid.</summary>
    public KomboMap GeneralFile()
    {
        var people = Database.Get<Employees>().Rows.Where(row => !row.IsDeleted && row.Text("employment_status") == "ACTIVE");
        var compensations = Database.Get<DatevCompensations>();
        return DatevFile.Make("Stammdaten.txt", "Stammdaten", people.SelectMany(person => new[]
        {
            $"1;{person.RemoteId};{person.Text("last_name")};{person.Text("first_name")};{DatevFile.Text(person["start_date"])}",
        }.Concat(compensations.Lines(person))));
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        Send("GENERAL", Calendar.At(-33), "IMPORTED", [DatevFile.Make("Stammdaten.txt", "Stammdaten", ["1;10000;Weber;Nora;01.02.2011"])]);
        Send("PAYROLL", Calendar.At(-31), "CORRUPTED", [DatevFile.Make("Bewegungsdaten.txt", "Bewegungsdaten", ["2;10001;200;14"])]);
        Send("PAYROLL", Calendar.At(-30), "IMPORTED", [DatevFile.Make("Bewegungsdaten.txt", "Bewegungsdaten", ["2;10001;14;200"])]);
    }

    private void Send(string type, string at, string state, IEnumerable<KomboMap> files) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["type"] = type,
        ["created_at"] = at,
        ["upload_jobs"] = new KomboList<object?>(files.Select((file, index) => new KomboMap
        {
            ["id"] = Ids.Make(string.Format(CultureInfo.InvariantCulture, "upload {0} ", Rows.Count), index),
            ["file_name"] = file["name"],
            ["state"] = state,
            ["file"] = file["content"],
        })),
    });
}
