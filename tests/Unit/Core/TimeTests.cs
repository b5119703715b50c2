using System.Text;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Moments are UTC and days have no zone, wherever the machine stands. The zone is the whole process's.</summary>
[Collection("Alone")]
public sealed class TimeTests : IDisposable
{
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public void Dispose() => Use(_zone);

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Pacific/Kiritimati")]
    public void No_time_zone_shifts_a_day_or_a_moment(string zone)
    {
        Use(zone);
        var employee = Read<Employee>("""
            {"id":"1","date_of_birth":"1990-12-31T00:00:00.000Z","start_date":"2020-02-29","termination_date":"2026-03-29T00:00:00+00:00",
             "changed_at":"2026-01-31T23:30:00.123Z","remote_created_at":"2026-01-31T23:30:00+02:00","remote_deleted_at":"2026-01-31T23:30:00"}
            """);
        AssertDay(new DateTime(1990, 12, 31), employee.DateOfBirth);
        AssertDay(new DateTime(2020, 2, 29), employee.StartDate);
        AssertDay(new DateTime(2026, 3, 29), employee.TerminationDate);
        AssertMoment(new DateTime(2026, 1, 31, 23, 30, 0, 123), employee.ChangedAt);
        AssertMoment(new DateTime(2026, 1, 31, 21, 30, 0), employee.RemoteCreatedAt);
        AssertMoment(new DateTime(2026, 1, 31, 23, 30, 0), employee.RemoteDeletedAt);
        Assert.Equal("\"1990-12-31T00:00:00.000Z\"", PlainJson.ToText(employee.DateOfBirth));
        Assert.Equal("\"2026-01-31T23:30:00.123Z\"", PlainJson.ToText(employee.ChangedAt));
    }

    [Theory]
    [InlineData("America/New_York", "2026-01-31T13:00:00.000Z")]
    [InlineData("Asia/Tokyo", "2026-01-30T23:00:00.000Z")]
    public void A_time_without_a_kind_is_local_as_everywhere_in_PowerShell(string zone, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not take the zone from the environment.");
        Use(zone);
        Assert.Equal(expected, KomboTime.FormatInstant(new DateTime(2026, 1, 31, 8, 0, 0)));
        Assert.Equal(expected, KomboTime.Format(new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Local)));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    public void A_day_is_written_as_it_stands_whatever_its_kind(string zone)
    {
        Use(zone);
        Assert.Equal("2026-01-31T00:00:00.000Z", KomboTime.Format(new DateTime(2026, 1, 31)));
        foreach (var kind in new[] { DateTimeKind.Utc, DateTimeKind.Local, DateTimeKind.Unspecified })
        {
            var late = new DateTime(2026, 1, 31, 23, 59, 0, kind);
            Assert.Equal("2026-01-31T00:00:00.000Z", KomboTime.FormatDate(late));
            Assert.Equal("2026-01-31", KomboTime.FormatBareDate(late));
        }
    }

    [Fact]
    public void Times_of_absences_stay_text()
    {
        var absence = Read<Absence>("""{"id":"1","start_date":"2026-01-31","end_date":"2026-02-01","start_time":"08:00:00","end_time":"17:30"}""");
        Assert.Equal("08:00:00", absence.StartTime);
        Assert.Equal("17:30", absence.EndTime);
        Assert.Equal("2026-01-31..2026-02-01", absence.ToString());
    }

    private static T Read<T>(string json) => Envelope.ReadObject<T>(Encoding.UTF8.GetBytes("{\"data\":" + json + "}")).Data!;

    private static void AssertDay(DateTime expected, DateTime? actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(DateTimeKind.Unspecified, actual!.Value.Kind);
    }

    private static void AssertMoment(DateTime expected, DateTime? actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(DateTimeKind.Utc, actual!.Value.Kind);
    }

    private static void Use(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
