using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The payrolls of the last three months.</summary>
internal sealed class PayRuns : Table
{
    private const int Months = 3;

    /// <inheritdoc/>
    public override string Noun => "pay run";

    /// <inheritdoc/>
    protected override string? Owner => "legal_entity_id";

    /// <summary>The first day of the month that a pay run is for.</summary>
    public static DateTime MonthOf(Row payRun) => DateTime.ParseExact(payRun.Text("start_date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override void Seed()
    {
        var current = Calendar.Date(0);
        var next = new DateTime(current.Year, current.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var back = Months; back > 0; back--)
        {
            foreach (var entity in Database.Get<LegalEntities>().Rows)
            {
                if (!entity.IsDeleted)
                {
                    Add(entity, next.AddMonths(-back));
                }
            }
        }
    }

    private void Add(Row entity, DateTime month)
    {
        var pays = Database.Get<Employees>().Rows
            .Where(employee => employee.Text("legal_entity_id") == entity.Id)
            .Select(employee => MonthlyPay.Of(Database, employee, month))
            .OfType<MonthlyPay>()
            .ToArray();
        var paid = (Calendar.Date(0) - month.AddMonths(1)).Days;
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "{0}-{1:yyyy-MM}", entity.RemoteId, month),
            ["start_date"] = month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["end_date"] = month.AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["legal_entity_id"] = entity.Id,
            ["changed_at"] = Calendar.At(-paid - 3),
            ["remote_deleted_at"] = null,
            ["totals"] = Totals(pays),
        });
    }

    private static KomboMap Totals(MonthlyPay[] pays)
    {
        var currency = pays.FirstOrDefault()?.Currency;
        return currency is null ? new KomboMap { ["gross_pay"] = null, ["net_pay"] = null, ["paid_amount"] = null } : new KomboMap
        {
            ["gross_pay"] = MonthlyPay.Money(currency, pays.Sum(pay => pay.Gross)),
            ["net_pay"] = MonthlyPay.Money(currency, pays.Sum(pay => pay.Net)),
            ["paid_amount"] = MonthlyPay.Money(currency, pays.Sum(pay => pay.Paid)),
        };
    }
}
