using System.Net;
using System.Net.Sockets;

namespace Kombo.Http;

/// <summary>Tells addresses of this machine and of networks that are not public from all others. Names are not looked up.</summary>
internal static class PrivateHost
{
    /// <summary>True for an address that a server on the internet has no business to lead to.</summary>
    public static bool Is(Uri address)
    {
        // A dot at the end of a name means the same host.
        var host = address.DnsSafeHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out var ip))
        {
            return Is(ip);
        }

        return address.IsLoopback
            || host.IndexOf('.') < 0
            || IsBelow(host, "localhost") || IsBelow(host, "local") || IsBelow(host, "internal") || IsBelow(host, "home.arpa");
    }

    private static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();

            // ::, ::1, addresses of version 4 in those of version 6, unique local ones, link-local, site-local, multicast.
            return (bytes.Take(10).All(one => one == 0) && (IsZero(bytes, 10, 2) || (bytes[10] == 0xFF && bytes[11] == 0xFF)) && Is(new IPAddress(bytes.Skip(12).ToArray())))
                || (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xFF && bytes[3] == 0x9B && Is(new IPAddress(bytes.Skip(12).ToArray())))
                || (bytes[0] == 0x20 && bytes[1] == 0x02 && Is(new IPAddress(bytes.Skip(2).Take(4).ToArray())))
                || (bytes[0] & 0xFE) == 0xFC
                || (bytes[0] == 0xFE && bytes[1] >= 0x80)
                || bytes[0] == 0xFF;
        }

        var parts = address.GetAddressBytes();
        return parts[0] is 0 or 10 or 127 or >= 224
            || (parts[0] == 100 && parts[1] is >= 64 and < 128)
            || (parts[0] == 169 && parts[1] == 254)
            || (parts[0] == 172 && parts[1] is >= 16 and < 32)
            || (parts[0] == 192 && parts[1] == 168)
            || (parts[0] == 192 && parts[1] == 0 && parts[2] == 0)
            || (parts[0] == 198 && parts[1] is 18 or 19);
    }

    private static bool IsZero(byte[] bytes, int start, int count) => bytes.Skip(start).Take(count).All(one => one == 0);

    private static bool IsBelow(string host, string zone) =>
        host.Equals(zone, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase);
}
