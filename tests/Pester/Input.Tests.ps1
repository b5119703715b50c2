# Every parameter of every cmdlet gets what nobody means to pass: on the command line, as a property of a piped object, and
# piped as it is. Each call must end with a request that is well formed, or with an error that has a category, names the
# parameter, and speaks the words of PowerShell's users and not those of .NET's type system.
# A seeded part of all calls is made. KOMBO_ATTACK makes it that many times as large, up to all of them; KOMBO_SEED chooses
# another part.

BeforeDiscovery {
    $kinds = 'CommandLine', 'Property', 'Pipeline'
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    if (-not ('Kombo.Tests.RequestCheck' -as [type])) {
        Add-Type -WarningAction SilentlyContinue -TypeDefinition @'
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Kombo.Tests
{
    /// <summary>Takes the place of the network: checks each request, and answers with an error that nothing is tried again after.</summary>
    public sealed class RequestCheck : HttpMessageHandler
    {
        public int Count;
        public List<string> Problems = new List<string>();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref Count);
            var body = request.Content == null ? new byte[0] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            try
            {
                Check(request, body);
            }
            catch (Exception failure)
            {
                lock (Problems)
                {
                    Problems.Add(request.Method + " " + Cut(request.RequestUri.AbsoluteUri) + ": " + failure.Message);
                }
            }

            return new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent("{\"status\":\"error\",\"error\":{\"code\":\"PLATFORM.INPUT_INVALID\",\"title\":\"Refused\",\"message\":\"The server refuses everything.\"}}", Encoding.UTF8, "application/json"),
            };
        }

        private static void Check(HttpRequestMessage request, byte[] body)
        {
            if (request.RequestUri.PathAndQuery.Length > 8192) throw new Exception("an address of " + request.RequestUri.PathAndQuery.Length + " characters");
            if (request.RequestUri.AbsoluteUri.Any(character => character <= ' ' || character > '~')) throw new Exception("an address that is not escaped");
            if (request.RequestUri.AbsoluteUri.Contains("System.")) throw new Exception("the name of a type");
            foreach (var value in request.Headers.SelectMany(header => header.Value))
                if (value.Any(character => character < ' ' || character > '~')) throw new Exception("a header that no server takes");
            if (body.Length == 0) return;
            var text = new UTF8Encoding(false, true).GetString(body);
            if (text.Contains('\uFFFD') || text.Contains("\\uFFFD", StringComparison.OrdinalIgnoreCase)) throw new Exception("half a character");
            if (text.Contains("System.Collections") || text.Contains("System.Object") || text.Contains("System.Xml")) throw new Exception("the name of a type");
            foreach (var line in request.Content.Headers.ContentType.MediaType == "application/json" ? new[] { text } : text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                using (JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1000 })) { }
        }

        private static string Cut(string text) { return text.Length < 200 ? text : text.Substring(0, 200); }
    }

    /// <summary>Foreign objects that misbehave.</summary>
    public sealed class Moody
    {
        public string EmployeeId { get { throw new InvalidOperationException("The row was deleted."); } }
        public string Name { get { throw new InvalidOperationException("The row was deleted."); } }
        public string Id { get { throw new InvalidOperationException("The row was deleted."); } }
        public override string ToString() { throw new InvalidOperationException("No text."); }
    }

    public sealed class Endless : IEnumerable
    {
        public IEnumerator GetEnumerator() { while (true) yield return "x"; }
    }

    public sealed class Broken : IEnumerable
    {
        public IEnumerator GetEnumerator() { yield return "x"; throw new InvalidOperationException("The connection is closed."); }
    }
}
'@
    }

    $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Kombo.Core' } | Select-Object -First 1
    if (-not $core) {
        $null = Get-SandboxType SandboxHandler
        $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Kombo.Core' } | Select-Object -First 1
    }

    $check = [Kombo.Tests.RequestCheck]::new()
    $options = [Activator]::CreateInstance($core.GetType('Kombo.KomboClientOptions'))
    foreach ($option in @{ ApiKey = 'a-key-for-tests'; Server = [uri]'https://api.example.com/v1'; IntegrationId = 'test:1'; Handler = $check }.GetEnumerator()) {
        $options.GetType().GetProperty($option.Key).SetValue($options, $option.Value)
    }

    $client = [Activator]::CreateInstance($core.GetType('Kombo.KomboClient'), $options)
    $connectionType = (Get-Command Get-KomboConnection).ImplementingType.Assembly.GetType('Kombo.PowerShell.KomboConnection')
    $connection = $connectionType.GetConstructors([Reflection.BindingFlags]'NonPublic,Instance')[0].Invoke(@('Walk', $client, $null, $null))

    Push-Location TestDrive:\
    $file = New-Item -ItemType File -Path TestDrive:\given\a.pdf -Value 'x' -Force
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters

    # Waits for input, as Get-Credential does: it is PowerShell's own attribute.
    $asking = 'ProxyCredential'

    function New-BadValue {
        $values = [ordered]@{}
        $selfList = [System.Collections.ArrayList]::new(); $null = $selfList.Add('a'); $null = $selfList.Add($selfList)
        $onlyItself = [System.Collections.ArrayList]::new(); $null = $onlyItself.Add($onlyItself)
        $selfMap = @{ a = 1 }; $selfMap.self = $selfMap; $selfMap.again = $selfMap
        $tree = @{ leaf = 1 }; foreach ($level in 1..50) { $tree = @{ left = $tree; right = $tree } }
        $deep = @{ leaf = 1 }; foreach ($level in 1..1000) { $deep = @{ inner = $deep } }
        $selfObject = [pscustomobject]@{ a = 1 }; $selfObject | Add-Member -NotePropertyName Body -NotePropertyValue $selfObject
        $throwing = [pscustomobject]@{ a = 1 }
        'EmployeeId', 'Name', 'Id', 'Body', 'a1' | ForEach-Object { $throwing | Add-Member -MemberType ScriptProperty -Name $_ -Value { throw 'It cannot be read.' } }
        $table = [System.Data.DataTable]::new(); $null = $table.Columns.Add('EmployeeId', [int]); $null = $table.Columns.Add('Name', [string]); $null = $table.Rows.Add(5, [DBNull]::Value)
        $job = [Kombo.Models.Job]@{ Id = 'j1' }
        $xml = [xml]'<rows><row id="1"><name>Ada</name><more><deep/></more></row></rows>'
        $values.Null = $null
        $values.Nothing = [System.Management.Automation.Internal.AutomationNull]::Value
        $values.Empty = ''
        $values.Blank = " `t"
        $values.EmptyList = @()
        $values.EmptyMap = @{}
        $values.ListOfNull = @($null)
        $values.Nested = @(@('a', 'b'), @('c'))
        $values.SelfList = $selfList
        $values.OnlyItself = $onlyItself
        $values.SelfMap = $selfMap
        $values.Tree = $tree
        $values.Deep = $deep
        $values.SelfObject = $selfObject
        $values.OddKeys = @{ @('a') = 1; [datetime]::MinValue = 2 }
        $values.Xml = $xml
        $values.XmlRow = $xml.rows.row
        $values.XmlText = ([xml]'<a b="c">text</a>').a
        $values.Number = 20261224
        $values.Negative = -1
        $values.Fraction = 1.5
        $values.Large = 1e300
        $values.NaN = [double]::NaN
        $values.Decimal = [decimal]::MaxValue
        $values.Big = [bigint]::Pow(10, 40)
        $values.Digits = '9' * 400
        $values.OtherDigits = "$([char]0x661)$([char]0x662)"
        $values.Megabyte = 'x' * 1mb
        $values.Throwing = $throwing
        $values.Moody = [Kombo.Tests.Moody]::new()
        $values.DBNull = [DBNull]::Value
        $values.DataRow = $table.Rows[0]
        $values.Model = $job
        $values.Revived = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($job))
        $values.Half = "a$([char]0xD83D)b"
        $values.Control = "a`0b`r`nc$([char]0x1b)[31m"
        $values.ScriptBlock = { 'x' }
        $values.Guid = [guid]'11111111-1111-1111-1111-111111111111'
        $values.Time = [datetime]'2026-12-24T10:00:00'
        $values.Span = [timespan]'08:30'
        $values.Uri = [uri]'file:///etc/passwd'
        $values.Type = [string]
        $values.Secret = [securestring]::new()
        $values.True = $true
        $values.Switch = [switch]$true
        $values.Bytes = [byte[]](1, 2, 3)
        $values.File = Get-Item -LiteralPath $file.FullName
        $values.Process = [System.Diagnostics.Process]::GetCurrentProcess()
        $values.Endless = [Kombo.Tests.Endless]::new()
        $values.Broken = [Kombo.Tests.Broken]::new()
        $values.Bracket = '['
        $values.Up = '../../x'
        $values.Remote = 'remote:1'
        $values.Comma = 'a,b'
        $values.Error = [System.Management.Automation.ErrorRecord]::new([Exception]::new('x'), 'x', 'NotSpecified', $null)
        $values.Reference = [ref]1
        $values
    }

    # What stands for the other parameters that must be given.
    function Get-GoodValue($Parameter) {
        $set = $Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] } | Select-Object -First 1
        if ($set) { return $set.ValidValues[0] }
        switch -Regex ($Parameter.ParameterType.ToString()) {
            'DateTime' { return '2026-12-24' }
            'SwitchParameter' { return $true }
            'Int32|Int64|Double' { return 1 }
            'IDictionary\[\]' { return , @(@{ a = 1 }) }
            'IDictionary' { return @{ a = 1 } }
            'Uri' { return 'https://api.example.com/a.pdf' }
            'Boolean' { return $true }
            'Byte\[\]' { return , [byte[]](1, 2) }
            default {
                if ($Parameter.Name -eq 'Url') { return 'https://api.example.com/a.pdf' }
                if ($Parameter.Name -match '^(Literal)?Path$') { return $file.FullName }
                return 'x'
            }
        }
    }

    # One call for each cmdlet, parameter, value and way, as a plain record.
    function Get-Attack($Kind) {
        $names = @((New-BadValue).Keys)
        foreach ($command in Get-Command -Module Kombo | Sort-Object -Property Name) {
            $fromPipeline = $false
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Name -ne $asking }) {
                $declarations = @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] })
                $fromPipeline = $fromPipeline -or $declarations.ValueFromPipeline -contains $true
                if ($Kind -eq 'CommandLine' -or ($Kind -eq 'Property' -and $declarations.ValueFromPipelineByPropertyName -contains $true)) {
                    foreach ($name in $names) { [pscustomobject]@{ Command = $command; Parameter = $parameter; Value = $name } }
                }
            }

            if ($Kind -eq 'Pipeline' -and $fromPipeline) {
                foreach ($name in $names) { [pscustomobject]@{ Command = $command; Parameter = $null; Value = $name } }
            }
        }
    }

    # The parameters besides the attacked one, by the parameter set that it is in.
    function Get-Other($Attack, $Kind) {
        $command = $Attack.Command
        $set = $command.ParameterSets |
            Where-Object { -not $Attack.Parameter -or $_.Parameters.Name -contains $Attack.Parameter.Name } |
            Sort-Object -Property { -not $_.IsDefault } | Select-Object -First 1
        $others = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue'; ErrorVariable = 'problems' }
        foreach ($parameter in $set.Parameters | Where-Object IsMandatory) {
            $isPiped = $Kind -ne 'CommandLine' -and ($parameter.ValueFromPipeline -or $parameter.ValueFromPipelineByPropertyName)
            if ($parameter.Name -ne $Attack.Parameter.Name -and -not $isPiped) {
                $others[$parameter.Name] = Get-GoodValue $command.Parameters[$parameter.Name]
            }
        }

        if ($command.Parameters.ContainsKey('Connection') -and $Attack.Parameter.Name -ne 'Connection' -and $command.Name -ne 'Disconnect-Kombo') { $others.Connection = $connection }
        if ($command.Parameters.ContainsKey('Confirm')) { $others.Confirm = $false }
        if ($command.Name -eq 'Connect-Kombo') {
            if ($Attack.Parameter.Name -ne 'SkipCheck') { $others.SkipCheck = $true }
            if ($Attack.Parameter.Name -ne 'ApiKey' -and $set.Parameters.Name -contains 'ApiKey') { $others.ApiKey = 'a-key-for-tests' }
            if ($Attack.Parameter.Name -eq 'SkipCheck') { $others.Sandbox = $true; $others.Remove('ApiKey') }
        }

        $others
    }

    # The row that carries the value, complete enough to reach the request.
    function Get-Row($Attack, $Value) {
        $row = [ordered]@{}
        foreach ($parameter in $Attack.Command.ParameterSets.Where({ $_.Parameters.Name -contains $Attack.Parameter.Name })[0].Parameters | Where-Object IsMandatory) {
            if ($parameter.ValueFromPipelineByPropertyName) { $row[$parameter.Name] = Get-GoodValue $Attack.Command.Parameters[$parameter.Name] }
        }

        $row[$Attack.Parameter.Name] = $Value
        [pscustomobject]$row
    }

    $words = 'System\.|\bKombo\.(Models|PowerShell)|\[\]|Unable to cast|Cannot convert|Specified method|Object reference|\b(Hashtable|PSObject|PSCustomObject|ArrayList|OrderedDictionary|Int32|Int64|Double|Boolean|String|Nullable|XmlElement|DBNull|SwitchParameter|DateTime|NullReferenceException|InvalidCastException)\b'

    # What is wrong with how a call ended; nothing when all is well.
    function Get-Flaw($Attack, $Kind, $Problems, $Sent) {
        if (-not $Sent -and @($Problems).Count -eq 0) {
            # Objects of nothing are no input, and these commands send nothing.
            $isQuiet = ($Attack.Command.Name -in 'Get-KomboConnection', 'Select-KomboConnection', 'Connect-Kombo', 'Disconnect-Kombo', 'Step-KomboSandbox', 'New-KomboRetry', 'ConvertTo-KomboFlatObject', 'ConvertFrom-KomboWebhook', 'Test-KomboWebhookSignature') `
                -or (($Kind -eq 'Pipeline' -or $Attack.Parameter.Name -eq 'InputObject') -and $Attack.Value -in 'Null', 'Nothing', 'EmptyList', 'ListOfNull')
            if (-not $isQuiet) { 'nothing was sent, and nothing was said' }
            return
        }

        foreach ($problem in $Problems) {
            $record = if ($problem -is [System.Management.Automation.ErrorRecord]) { $problem } else { $problem.ErrorRecord }
            $message = "$($record.Exception.Message)"
            if ($record.CategoryInfo.Category -eq 'NotSpecified') { "category NotSpecified: $($message.Substring(0, [math]::Min(300, $message.Length)))" }
            elseif ($message -cmatch $words) { "'$($Matches[0])' in: $($message.Substring(0, [math]::Min(300, $message.Length)))" }
            elseif ($message.Length -gt 3000) { "a message of $($message.Length) characters: $($message.Substring(0, 200))" }
            elseif (-not $Sent -and $Kind -ne 'Pipeline' -and $message -cnotmatch "\b$($Attack.Parameter.Name)\b" -and $message -cnotmatch '\bInputObject\b|\b-?[A-Z]\w+: |parameter|rows|^The (webhook|body)|^There is no connection') { "the parameter is not named: $($message.Substring(0, [math]::Min(300, $message.Length)))" }
        }
    }
}

AfterAll {
    Pop-Location
    Disconnect-All
}

Describe 'Input that nobody means' {
    It 'ends with a well-formed request or a clear error: <_>' -ForEach $kinds {
        $kind = $_
        $attacks = @(Get-Attack $kind)
        $seed = if ($env:KOMBO_SEED) { [int]$env:KOMBO_SEED } else { 20261126 }
        $size = if ($env:KOMBO_ATTACK) { [int]$env:KOMBO_ATTACK } else { 1 }

        # The large ones take a second each, because it takes a million values to tell that there are too many.
        $large, $usual = $attacks.Where({ $_.Value -in 'Tree', 'Endless' }, 'Split')
        $attacks = @($usual | Get-Random -Count ($size * @{ CommandLine = 1000; Property = 500; Pipeline = 500 }[$kind]) -SetSeed $seed) +
            @($large | Get-Random -Count (5 * $size) -SetSeed $seed)

        $attacks.Count | Should -BeGreaterThan 100
        $flaws = [System.Collections.Generic.List[string]]::new()
        $values = New-BadValue
        foreach ($attack in $attacks) {
            $value = $values[$attack.Value]
            $others = Get-Other $attack $kind
            $before = $check.Count
            $problems = @()
            try {
                switch ($kind) {
                    'CommandLine' { $others[$attack.Parameter.Name] = $value; $output = & $attack.Command @others }
                    'Property' { $output = Get-Row $attack $value | & $attack.Command @others }
                    'Pipeline' { $output = , $value | & $attack.Command @others }
                }

                # With -AsResult, errors are in the results.
                $results = @($output | Where-Object { $_.PSObject.TypeNames -contains 'Kombo.PowerShell.WriteResult' })
                $problems = @($problems) + @($results.Error | Where-Object { $_ })
            }
            catch {
                $problems = @($problems) + $_
            }

            foreach ($flaw in Get-Flaw $attack $kind $problems ($check.Count -gt $before)) {
                $flaws.Add("$($attack.Command.Name) -$($attack.Parameter.Name) $($attack.Value): $flaw")
            }

            foreach ($malformed in $check.Problems) { $flaws.Add("$($attack.Command.Name) -$($attack.Parameter.Name) $($attack.Value): sent $malformed") }
            $check.Problems.Clear()

            # A file that one call has saved must not be in the way of the next one.
            Get-ChildItem -LiteralPath TestDrive:\ -Exclude given | Remove-Item -Recurse -Force
        }

        $folder = New-Item -ItemType Directory -Force -Path (Join-Path $PSScriptRoot '../../artifacts/TestResults')
        Add-Content -LiteralPath (Join-Path $folder attacks.pester.txt) -Value ('{0:N0} calls with bad input, {1} (size {2}, seed {3})' -f $attacks.Count, $kind, $size, $seed)
        $flaws.Count | Should -Be 0 -Because "of $($attacks.Count) calls these are wrong:`n$($flaws | Select-Object -First 40 | Out-String)"
    }
}
