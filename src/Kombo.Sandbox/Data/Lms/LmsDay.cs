namespace Kombo.Sandbox;

/// <summary>A day of learning: some begin with a course, and some end one.</summary>
internal sealed class LmsDay(Database database) : Day(database, "lms")
{
    private readonly CourseProgressions _progressions = database.Get<CourseProgressions>();

    /// <inheritdoc/>
    public override void Pass()
    {
        Times(Random.Between(1, 3), () => Proceed("ENROLLED"));
        Times(Random.Between(1, 3), () => Proceed("IN_PROGRESS"));
    }

    private void Proceed(string status)
    {
        if (Any(_progressions, row => row.Text("status") == status) is not { } progression)
        {
            return;
        }

        if (status == "ENROLLED")
        {
            progression["status"] = "IN_PROGRESS";
            _progressions.Changed(progression);
        }
        else
        {
            _progressions.Complete(progression, null);
        }
    }
}
