namespace Kombo.Models;

/// <summary>Marks a calendar day, which has no time zone; other times are moments in UTC.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CalendarDayAttribute : Attribute;
