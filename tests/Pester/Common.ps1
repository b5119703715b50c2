# What the test files share: the module, servers to talk to, and ways to look at what happened. Dot-source it in BeforeAll.

$script:ModulePath = if ($env:KOMBO_MODULE) { $env:KOMBO_MODULE } else { Join-Path $PSScriptRoot '../../artifacts/Kombo/Kombo.psd1' }
$script:ModulePath = (Resolve-Path -LiteralPath $script:ModulePath).ProviderPath
if (-not (Get-Module -Name Kombo)) {
    Import-Module -Name $script:ModulePath -Global -ErrorAction Stop
}

# The misbehaving server of the unit tests, and the answers that must come from .NET because its threads have no runspace.
if (-not ('Kombo.Tests.Replies' -as [type])) {
    # One file: what one needs of the other comes first, and the second one's usings are the first one's.
    $source = Get-Content -Raw -LiteralPath (Join-Path $PSScriptRoot '../Unit/LoopbackServer.cs')
    $usings = 'using System.Text.RegularExpressions;' + "`n"
    $writes = (Get-Content -LiteralPath (Join-Path $PSScriptRoot '../Unit/WriteServer.cs') | Where-Object { $_ -notmatch '^(using .*|namespace .*|#nullable .*)$' }) -join "`n"
    $source = $source.Replace('namespace Kombo.Tests;', $usings + 'namespace Kombo.Tests;') + $writes
    Add-Type -WarningAction SilentlyContinue -TypeDefinition ($source + @'

public static class Replies
{
    /// <summary>Makes the server answer every request with this.</summary>
    public static void Always(LoopbackServer server, int status, string contentType, string body) =>
        server.Respond = _ => LoopbackReply.Bytes(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>Makes the server answer with what the request carried as its authorization, in place of {key}.</summary>
    public static void Echo(LoopbackServer server, int status, string contentType, string template) =>
        server.Respond = request => LoopbackReply.Bytes(status, contentType, Encoding.UTF8.GetBytes(template.Replace("{key}", request.Header("Authorization"))));

    /// <summary>
    /// Makes the server answer lists by their ids, with a row each. An id that begins with "gone" has none; "fail" fails; "warn" comes
    /// with a warning; "paged" has a second page; "held" is not answered before so many requests have arrived.
    /// </summary>
    public static void ByIds(LoopbackServer server, int heldUntil = 2, int milliseconds = 0) => server.Respond = request =>
    {
        var ids = Uri.UnescapeDataString(request.Query("ids") ?? request.Query("employee_id") ?? "").Split(',');
        bool Has(string start) => Array.Exists(ids, id => id.StartsWith(start, StringComparison.Ordinal));

        var next = Has("paged") && request.Query("cursor") is null ? "\"c2\"" : "null";
        var rows = string.Join(",", Array.FindAll(ids, id => !id.StartsWith("gone", StringComparison.Ordinal)).Select(id => "{\"id\":\"" + id + "\"}"));
        var reply = Has("fail")
            ? LoopbackReply.Error(400, "HRIS.SOMETHING")
            : LoopbackReply.Json("{\"status\":\"success\",\"data\":{\"results\":[" + rows + "],\"next\":" + next + "},\"warnings\":[" + (Has("warn") ? "{\"message\":\"Careful.\"}" : "") + "]}");
        return reply.After(Has("held") ? server.Arrived(heldUntil) : Task.Delay(milliseconds));
    };

    /// <summary>Ids that come with a pause before one of them; a script looks around before each.</summary>
    public static IEnumerable<string> SlowIds(int count, int pauseBefore, int milliseconds, Action<int> before)
    {
        for (var number = 1; number <= count; number++)
        {
            if (number == pauseBefore)
            {
                Thread.Sleep(milliseconds);
            }

            before(number);
            yield return "e" + number;
        }
    }

    /// <summary>Makes the server never answer again.</summary>
    public static void Never(LoopbackServer server) => server.Respond = _ => LoopbackReply.Hang();
}

/// <summary>Employees and groups that change between the requests of a server, and every seventh time while it is asked. Five are on a page.</summary>
public sealed class ChangingCompany
{
    private readonly object _gate = new();
    private readonly Random _random;
    private readonly SortedDictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _changed = new(StringComparer.Ordinal);
    private int _requests;

    public ChangingCompany(LoopbackServer server, int seed, int milliseconds)
    {
        _random = new Random(seed);
        for (var number = 0; number < 120; number++)
        {
            Put((number < 100 ? "employees/e" : "groups/g") + (number + 100), isDeleted: false);
        }

        server.Respond = request => Answer(request).After(Task.Delay(milliseconds));
    }

    /// <summary>Whether it changes.</summary>
    public bool IsChanging { get; set; } = true;

    /// <summary>The rows of a list, as JSON by their ids.</summary>
    public Dictionary<string, string> Rows(string list)
    {
        lock (_gate)
        {
            return _rows.Where(row => row.Key.StartsWith(list + "/", StringComparison.Ordinal)).ToDictionary(row => row.Key.Split('/')[1], row => row.Value);
        }
    }

    /// <summary>Ten rows become others: some come, some go and are told as gone, and some go without a trace.</summary>
    public void Change()
    {
        lock (_gate)
        {
            for (var count = 0; count < 10; count++)
            {
                var id = _random.Next(6) == 0 ? "groups/g" + _random.Next(200, 240) : "employees/e" + _random.Next(100, 240);
                if (_random.Next(8) == 0)
                {
                    _rows.Remove(id);
                }
                else
                {
                    Put(id, isDeleted: _random.Next(5) == 0);
                }
            }
        }
    }

    private void Put(string id, bool isDeleted)
    {
        var now = DateTime.UtcNow;
        var text = "\"" + now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) + "\"";
        var name = _random.Next().ToString(CultureInfo.InvariantCulture);
        _changed[id] = now;
        _rows[id] = "{\"id\":\"" + id.Split('/')[1] + "\"," + (id[0] == 'e' ? "\"first_name\":\"" + name + "\",\"groups\":[{\"id\":\"g220\"}]" : "\"name\":\"" + name + "\"")
            + ",\"changed_at\":" + text + ",\"remote_deleted_at\":" + (isDeleted ? text : "null") + "}";
    }

    private LoopbackReply Answer(LoopbackRequest request)
    {
        lock (_gate)
        {
            if (++_requests % 7 == 0 && IsChanging)
            {
                Change();
            }

            if (request.Path.Contains("integrations/"))
            {
                return LoopbackReply.Json("{\"status\":\"success\",\"data\":{\"id\":\"test:1\",\"category\":\"HRIS\"}}");
            }

            var list = request.Path.Substring(request.Path.LastIndexOf('/') + 1) + "/";
            var asked = request.Query("ids")?.Split(',');
            var since = request.Query("updated_after") is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) : DateTime.MinValue;
            var rows = _rows.Where(row => row.Key.StartsWith(list, StringComparison.Ordinal) && _changed[row.Key] >= since
                && string.CompareOrdinal(row.Key, list + request.Query("cursor")) > 0 && (asked is null || asked.Contains(row.Key.Split('/')[1]))).Take(6).ToList();
            var next = rows.Count > 5 ? "\"" + rows[4].Key.Split('/')[1] + "\"" : "null";
            return LoopbackReply.Json("{\"status\":\"success\",\"data\":{\"results\":[" + string.Join(",", rows.Take(5).Select(row => row.Value)) + "],\"next\":" + next + "}}");
        }
    }
}

/// <summary>Stands before the network and counts.</summary>
public sealed class CountingHandler : System.Net.Http.DelegatingHandler
{
    public int Count { get; private set; }

    protected override Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Count++;
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Counts the failures of tasks that nobody looked at.</summary>
public static class Unobserved
{
    private static int _count;
    private static int _isWatching;

    public static int Count => _count;

    public static void Watch()
    {
        if (Interlocked.Exchange(ref _isWatching, 1) == 0)
        {
            TaskScheduler.UnobservedTaskException += (_, _) => Interlocked.Increment(ref _count);
        }
    }
}
'@)
}

# The servers of the test file.
$openServers = [System.Collections.Generic.List[Kombo.Tests.LoopbackServer]]::new()

function Open-TestServer {
    $opened = [Kombo.Tests.LoopbackServer]::new()
    $openServers.Add($opened)
    $opened
}

# For AfterEach: fails the test that queued a reply which nobody asked for, and keeps the reply from the next test.
function Assert-NoReplyLeft {
    ($openServers | ForEach-Object { $_.ClearQueue() } | Measure-Object -Sum).Sum | Should -Be 0 -Because 'every queued reply must be asked for'
}

# For AfterAll.
function Close-TestServer {
    $openServers | ForEach-Object { $_.Dispose() }
    $openServers.Clear()
}

# A connection to a test server. It neither checks the key nor tries again unless told so.
function Connect-TestServer {
    param($Server, [string] $ApiKey = 'a-key-for-tests', [string] $IntegrationId = 'test:1', [string] $Name = 'Default', [int] $MaxRetry = 0, [hashtable] $With = @{})
    Connect-Kombo -Server $Server.Address -ApiKey $ApiKey -IntegrationId $IntegrationId -Name $Name -MaxRetry $MaxRetry -SkipCheck @With
}

function Get-SandboxType([string] $Name) {
    $assembly = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Kombo.Sandbox' } | Select-Object -First 1
    if (-not $assembly) {
        $null = Connect-Kombo -Sandbox -Name ToLoadTheSandbox
        Disconnect-Kombo ToLoadTheSandbox
        Get-KomboConnection | Select-Object -Last 1 | Select-KomboConnection
        $assembly = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Kombo.Sandbox' } | Select-Object -First 1
    }

    $assembly.GetType("Kombo.Sandbox.$Name", $true)
}

# A sandbox behind a real port that remembers its calls, and a connection to it, which is the default one afterwards.
function Open-RecordedSandbox {
    param([string] $Name = 'Default')
    $options = [Activator]::CreateInstance((Get-SandboxType SandboxOptions))
    $options.RecordCalls = $true
    $handler = [Activator]::CreateInstance((Get-SandboxType SandboxHandler), $options)
    $server = (Get-SandboxType SandboxServer)::Start(0, $handler)
    $null = Connect-Kombo -Server $server.BaseAddress -ApiKey (Get-SandboxType SandboxDefaults)::ApiKey -IntegrationId (Get-SandboxType SandboxDefaults)::IntegrationId -Name $Name -SkipCheck
    [pscustomobject]@{ Server = $server; Handler = $handler }
}

# Waits until a condition holds. When it does not within two minutes, the test fails with what the second block says.
function Wait-Until {
    param([scriptblock] $Condition, [scriptblock] $Or = { '' })
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.Elapsed.TotalSeconds -gt 120) {
            throw "This did not become true within two minutes: $Condition. $(& $Or)"
        }

        Start-Sleep -Milliseconds 10
    }
}

# The calls that a script makes, as "GET hris/employees?...". A page that was begun ahead has the time to arrive.
function Get-Call {
    param($Sandbox, [scriptblock] $Script, [int] $SettleMilliseconds = 0)
    # A page that an earlier script began to read ahead may still be on its way.
    do {
        $before = $Sandbox.Handler.Calls.Count
        Start-Sleep -Milliseconds 50
    } until ($Sandbox.Handler.Calls.Count -eq $before)

    $null = & $Script
    if ($SettleMilliseconds) {
        Start-Sleep -Milliseconds $SettleMilliseconds
    }

    $Sandbox.Handler.Calls | Select-Object -Skip $before | ForEach-Object { "$($_.Method) $($_.PathAndQuery)" }
}

# Runs a script and tells what came of it: its output, its errors in order, and whether it ended with one.
function Invoke-Script {
    param([scriptblock] $Script)
    $ErrorActionPreference = 'Continue'
    $result = [pscustomobject]@{ Output = @(); Errors = @(); Terminated = $false; Warnings = @(); Verbose = @(); Debug = @() }
    $lines = [System.Collections.Generic.List[object]]::new()
    try {
        & $Script *>&1 | ForEach-Object { $lines.Add($_) }
    }
    catch {
        $lines.Add($_)
        $result.Terminated = $true
    }

    $result.Errors = @($lines | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    $result.Warnings = @($lines | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
    $result.Verbose = @($lines | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message)
    $result.Debug = @($lines | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object Message)
    $result.Output = @($lines | Where-Object {
            $_ -isnot [System.Management.Automation.ErrorRecord] -and $_ -isnot [System.Management.Automation.InformationalRecord] -and $_ -isnot [System.Management.Automation.InformationRecord] })
    $result
}

# What a script would send, as -WhatIf shows it. That goes to the host alone, where only a transcript can read it.
function Get-Preview {
    param([scriptblock] $Script)
    $path = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).txt"
    $null = Start-Transcript -LiteralPath $path
    try {
        $null = & $Script
    }
    finally {
        $null = Stop-Transcript
        $lines = @(Get-Content -LiteralPath $path | Where-Object { $_ -like 'What if: *' })
        Remove-Item -LiteralPath $path
    }

    $lines
}

# The PowerShell that runs the tests: its program, and the argument that comes first. Installed as a dotnet tool it has no
# program of its own; there it is dotnet with pwsh.dll.
function Get-Engine {
    $program = (Get-Process -Id $PID).Path
    $program
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

# Runs a script in a PowerShell of its own and gives back the lines it wrote.
function Invoke-Pwsh {
    param([string] $Script, [hashtable] $Environment = @{})
    $program, $first = Get-Engine
    $start = [System.Diagnostics.ProcessStartInfo]::new($program)
    if ($first) { $start.ArgumentList.Add($first) }
    $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
    $start.WorkingDirectory = [System.IO.Path]::GetTempPath()
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = 'SilentlyContinue'; $Script"))
    '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.Environment['NO_COLOR'] = '1'
    foreach ($entry in $Environment.GetEnumerator()) {
        $start.Environment[$entry.Key] = $entry.Value
    }

    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $output = $process.StandardOutput.ReadToEndAsync()
    $errors = $process.StandardError.ReadToEndAsync()
    if (-not $process.WaitForExit(300000)) {
        $process.Kill($true)
        throw 'The PowerShell that a test started did not end.'
    }

    $text = $output.Result + $errors.Result
    @($text -split "`r?`n" | Where-Object { $_ })
}

# The envelope of a list.
function ConvertTo-Page {
    param([object[]] $Rows, [string] $Next)
    [Kombo.Tests.LoopbackReply]::Json((@{ status = 'success'; data = @{ results = @($Rows); next = $(if ($Next) { $Next }) } } | ConvertTo-Json -Depth 20))
}

# The envelope of an answer.
function ConvertTo-Answer {
    param($Data, [int] $Status = 200)
    [Kombo.Tests.LoopbackReply]::Json((@{ status = 'success'; data = $Data; warnings = @() } | ConvertTo-Json -Depth 20), $Status)
}

# Kombo's error.
function ConvertTo-ErrorReply {
    param([AllowNull()][string] $Code, [int] $Status = 400, [string] $Message = 'It failed.', [string] $LogUrl)
    $body = @{ status = 'error'; error = @{ code = $(if ($Code) { $Code }); title = 'A title'; message = $Message; log_url = $(if ($LogUrl) { $LogUrl }) } }
    [Kombo.Tests.LoopbackReply]::Json(($body | ConvertTo-Json -Depth 5), $Status)
}

function Disconnect-All {
    Get-KomboConnection | Disconnect-Kombo
}
