# Compiles a module of one cmdlet, Get-Floor, that does the least a first page needs: it checks the key and reads a page of
# employees into small objects, with HttpClient and Utf8JsonReader. No retry, no pacing, no tolerance, six members a row.
param([string]$Path)
$ErrorActionPreference = 'Stop'
$null = New-Item -ItemType Directory -Path (Split-Path -Path $Path)
Add-Type -OutputAssembly $Path -OutputType Library -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

public sealed class FloorEmployee
{
    public string Id { get; set; }
    public string FirstName { get; set; }
    public string LastName { get; set; }
    public string WorkEmail { get; set; }
    public string EmploymentStatus { get; set; }
    public DateTime StartDate { get; set; }
}

[Cmdlet("Get", "Floor")]
public sealed class GetFloorCommand : PSCmdlet
{
    [Parameter(Mandatory = true)]
    public string Server { get; set; }

    [Parameter(Mandatory = true)]
    public string IntegrationId { get; set; }

    protected override void EndProcessing()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer benchmark");
        http.DefaultRequestHeaders.Add("X-Integration-Id", IntegrationId);
        var check = new Utf8JsonReader(http.GetByteArrayAsync(Server + "/check-api-key").GetAwaiter().GetResult());
        while (check.Read())
        {
        }

        foreach (var row in Rows(http.GetByteArrayAsync(Server + "/hris/employees?page_size=250").GetAwaiter().GetResult()))
        {
            WriteObject(row);
        }
    }

    private static List<FloorEmployee> Rows(byte[] json)
    {
        var rows = new List<FloorEmployee>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("results")))
        {
        }

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            rows.Add(Row(ref reader));
        }

        return rows;
    }

    private static FloorEmployee Row(ref Utf8JsonReader reader)
    {
        var row = new FloorEmployee();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id": row.Id = reader.GetString(); break;
                case "first_name": row.FirstName = reader.GetString(); break;
                case "last_name": row.LastName = reader.GetString(); break;
                case "work_email": row.WorkEmail = reader.GetString(); break;
                case "employment_status": row.EmploymentStatus = reader.GetString(); break;
                case "start_date": row.StartDate = reader.GetDateTime(); break;
                default: reader.Skip(); break;
            }
        }

        return row;
    }
}
'@
$file = Split-Path -Path $Path -Leaf
Set-Content -LiteralPath ([System.IO.Path]::ChangeExtension($Path, '.psd1')) -Value "@{ RootModule = '$file'; ModuleVersion = '1.0'; CmdletsToExport = @('Get-Floor'); FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }"
ConvertTo-Json -Compress -InputObject @{ Milliseconds = 0 }
