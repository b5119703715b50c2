using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Names that come from outside and go to the disk.</summary>
public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("CV.pdf", "CV.pdf")]
    [InlineData("Lebenslauf Jörg Müller 12.2024.pdf", "Lebenslauf Jörg Müller 12.2024.pdf")]
    [InlineData("履歴書 😀.pdf", "履歴書 😀.pdf")]
    [InlineData("../../etc/passwd.pdf", "_.._etc_passwd.pdf")]
    [InlineData("..\\..\\Windows\\win.ini", "_.._Windows_win.ini")]
    [InlineData("C:\\x.pdf", "C__x.pdf")]
    [InlineData("a<b>c:d\"e|f?g*h.pdf", "a_b_c_d_e_f_g_h.pdf")]
    [InlineData("CV.pdf:hidden.exe", "CV.pdf_hidden.exe")]
    [InlineData("a\0b\nc.pdf", "a_b_c.pdf")]
    [InlineData(".bashrc", "bashrc.pdf")]
    [InlineData("..", "kept.pdf")]
    [InlineData("   ", "kept.pdf")]
    [InlineData("", "kept.pdf")]
    [InlineData(null, "kept.pdf")]
    [InlineData("CV.pdf. . ", "CV.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("com1.tar.gz", "_com1.tar.gz")]
    [InlineData("COMPANY.pdf", "COMPANY.pdf")]
    [InlineData("CV\u202Efdp.exe", "CVfdp.exe")]
    [InlineData("CV", "CV.pdf")]
    [InlineData("Zeugnis Dr. Muster", "Zeugnis Dr. Muster.pdf")]
    [InlineData("Zeugnis Dr.Muster", "Zeugnis Dr.Muster.pdf")]
    [InlineData("CV v2.10", "CV v2.10.pdf")]
    [InlineData("2025.11.30", "2025.11.30.pdf")]
    [InlineData("M. Muster", "M. Muster.pdf")]
    [InlineData("CV.DOCX", "CV.DOCX")]
    [InlineData("scan.tar.gz", "scan.tar.gz")]
    public void Names_become_safe_and_the_same_on_every_system(string? name, string safe) =>
        Assert.Equal(safe, SafeFileName.Of(new RemoteFile("https://files.example.com/a/kept.pdf?sig=1", name, "application/pdf")));

    [Theory]
    [InlineData("notes.py", "text/plain", "notes.py")]
    [InlineData("notes 1.2", "text/plain; charset=utf-8", "notes 1.2.txt")]
    [InlineData("CV v1.2", null, "CV v1.2")]
    [InlineData("model.blend", "application/octet-stream", "model.blend")]
    public void What_follows_a_dot_is_an_extension_only_where_it_can_be_one(string name, string? contentType, string saved) =>
        Assert.Equal(saved, SafeFileName.Of(new RemoteFile("https://files.example.com/", name, contentType)));

    [Theory]
    [InlineData("https://files.example.com/", null, "file")]
    [InlineData("https://files.example.com/", "image/png; charset=x", "file.png")]
    [InlineData("https://files.example.com/a%2Fb%20c", null, "a_b c")]
    [InlineData("data:application/pdf;base64,AA==", "application/pdf", "file.pdf")]
    public void A_file_without_a_name_gets_one(string url, string? contentType, string name) =>
        Assert.Equal(name, SafeFileName.Of(new RemoteFile(url, null, contentType)));

    [Fact]
    public void Long_names_keep_their_extension_and_whole_characters()
    {
        var name = SafeFileName.Of(new RemoteFile("https://files.example.com/", string.Concat(Enumerable.Repeat("😀ü", 200)) + ".pdf", null));
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 190, 200);
        Assert.DoesNotContain("\uFFFD", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("x_y.pdf", SafeFileName.Of(new RemoteFile("https://files.example.com/", "x\ud800y.pdf", null)));

    [Theory]
    [InlineData("CV.pdf", "CV (2).pdf")]
    [InlineData("CV v1.2", "CV v1.2 (2)")]
    [InlineData("Dr. Muster.pdf", "Dr. Muster (2).pdf")]
    public void Numbers_come_before_the_extension(string name, string numbered) => Assert.Equal(numbered, SafeFileName.Numbered(name, 2));
}
