using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>How long something read is remembered, and for whom.</summary>
public sealed class ReadCacheTests
{
    private TimeSpan _now = TimeSpan.FromHours(1);

    private ReadCache<EmployeeForm> Cache() => new() { Clock = () => _now };

    [Fact]
    public void A_form_is_kept_for_its_integration_and_a_short_time()
    {
        var cache = Cache();
        var form = new EmployeeForm();
        cache.Keep("a:1", form);
        Assert.Same(form, cache.Find("a:1"));
        Assert.Null(cache.Find("b:1"));
        Assert.Null(cache.Find(null));
        _now += ReadCache<EmployeeForm>.Life - TimeSpan.FromSeconds(1);
        Assert.Same(form, cache.Find("a:1"));
        _now += TimeSpan.FromSeconds(2);
        Assert.Null(cache.Find("a:1"));
    }

    [Fact]
    public void Readings_that_run_are_shared_and_not_waited_for()
    {
        var cache = Cache();
        var reading = new TaskCompletionSource<EmployeeForm?>();
        var count = 0;
        Task<EmployeeForm?> Read()
        {
            count++;
            return reading.Task;
        }

        Assert.Same(cache.Get("a:1", Read), cache.Get("a:1", Read));
        Assert.Equal(1, count);
        Assert.Null(cache.Find("a:1"));
        var form = new EmployeeForm();
        reading.SetResult(form);
        Assert.Same(form, cache.Find("a:1"));
    }

    [Fact]
    public void A_reading_that_failed_is_tried_again_but_not_at_once()
    {
        var cache = Cache();
        var count = 0;
        Task<EmployeeForm?> Read()
        {
            count++;
            return Task.FromException<EmployeeForm?>(new KomboException(KomboFailure.Api, "no"));
        }

        _ = cache.Get("a:1", Read).Exception;
        _ = cache.Get("a:1", Read).Exception;
        Assert.Equal(1, count);
        Assert.Null(cache.Find("a:1"));
        _now += ReadCache<EmployeeForm>.LifeOfFailure + TimeSpan.FromSeconds(1);
        _ = cache.Get("a:1", Read).Exception;
        Assert.Equal(2, count);
    }

    [Fact]
    public void Connections_do_not_share_their_forms_and_calls_with_settings_of_their_own_do()
    {
        using var one = new KomboClient(new KomboClientOptions { ApiKey = "a-key" });
        using var other = new KomboClient(new KomboClientOptions { ApiKey = "a-key" });
        ReadCache<EmployeeForm>.Of(one).Keep("a:1", new EmployeeForm());
        Assert.NotNull(ReadCache<EmployeeForm>.Of(one).Find("a:1"));
        Assert.Null(ReadCache<EmployeeForm>.Of(other).Find("a:1"));
        var connection = new KomboConnection("one", one, null);
        Assert.Same(connection.Root, connection.With(KomboRetry.Off, null, null).Root);
    }
}
