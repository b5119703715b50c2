using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read with one request for each input: a single object, or a list without pages.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract class ReadCommand<T> : ApiCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Read(new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase));

    /// <summary>Sends one request and writes what it brings.</summary>
    /// <param name="given">The parameters that count as given.</param>
    private protected void Read(ICollection<string> given)
    {
        try
        {
            var connection = ActiveConnection;
            var request = RequestBinder.Bind(this, given, connection.IntegrationId);
            if (request.ListMember is null)
            {
                var answer = AwaitAnswer(connection.Client.SendAsync<T>(request, Notify, StopToken));
                EndProgress();
                if (answer is not null)
                {
                    Output(answer);
                }

                WriteNotices();
                return;
            }

            ReadRows<T>(connection, request, null, Output);
        }
        catch (KomboException failure)
        {
            EndProgress();
            if (Handle(failure))
            {
                return;
            }

            if (MyInvocation.ExpectingInput)
            {
                Fail(failure, Target());
            }
            else
            {
                Terminate(failure, Target());
            }
        }
    }

    /// <summary>Writes one object or row.</summary>
    /// <param name="answer">What was read.</param>
    private protected virtual void Output(T answer) => WriteObject(answer);

    /// <summary>Lets a cmdlet for which a failure is an answer give that answer.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>False when it is an error after all.</returns>
    private protected virtual bool Handle(KomboException failure) => false;
}
