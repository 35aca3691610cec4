using System;
using System.Text;
using FactorGpu.Arrow;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class StampTextTests
{
    [Theory]
    [InlineData("2024-06-14 09:31")]
    [InlineData("2024-06-14T09:31")]
    [InlineData("2024/06/14 09:31")]
    [InlineData("2024-06-14 09:31:00")]
    [InlineData("2024-06-14 09:31:00.0")]
    [InlineData("2024-06-14T09:31:00.000000000")]
    [InlineData("2024-06-14 09:31:00+08:00")]
    [InlineData("2024-06-14T09:31:00.000+0800")]
    [InlineData("2024-06-14T01:31:00Z")]
    [InlineData("2024-06-14 01:31Z")]
    [InlineData("2024-06-13 20:31:00-05:00")]
    [InlineData("2024-06-14 07:16:00+05:45")]
    [InlineData("2024-6-14 9:31")]
    [InlineData("2024/6/14 9:31:00")]
    [InlineData("2024/06/14T9:31")]
    [InlineData("2024.06.14T09:31:00.000")]
    [InlineData("20240614 09:31:00")]
    public void Stamp_InAnySpelling_IsTheWallMinuteOfTheExchange(string text)
    {
        StampFault fault = StampText.ParseStamp(Encoding.UTF8.GetBytes(text), out int value);

        Assert.Equal(StampFault.None, fault);
        Assert.Equal("2024-06-14 09:31", new WallMinute(value).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-06-14")]
    [InlineData("2024-06-14 ")]
    [InlineData("2024-06-14 9:3")]
    [InlineData("2024-06-14 009:31")]
    [InlineData("2024-06-14 :31")]
    [InlineData("2024-06-14 931")]
    [InlineData("2024-06-14_09:31")]
    [InlineData("2024 09:31")]
    [InlineData("24-06-14 09:31")]
    [InlineData("2024-006-14 09:31")]
    [InlineData("2024--14 09:31")]
    [InlineData("2024-06- 09:31")]
    [InlineData("2024-06-140 09:31")]
    [InlineData("2024-6-1-4 09:31")]
    [InlineData("2024:06:14 09:31")]
    [InlineData("2024-00-14 09:31")]
    [InlineData("2024-06-00 09:31")]
    [InlineData("20241314 09:31")]
    [InlineData("2024-06/14 09:31")]
    [InlineData("2024-13-14 09:31")]
    [InlineData("2023-02-29 09:31")]
    [InlineData("0000-01-01 09:31")]
    [InlineData("2024-06-14 24:00")]
    [InlineData("2024-06-14 09:60")]
    [InlineData("2024-06-14 09:31:")]
    [InlineData("2024-06-14 09:31:60")]
    [InlineData("2024-06-14 09:31:00.")]
    [InlineData("2024-06-14 09:31:00.0x")]
    [InlineData("2024-06-14 09:31:00 ")]
    [InlineData("2024-06-14 09:31Zz")]
    [InlineData("2024-06-14 09:31+8")]
    [InlineData("2024-06-14 09:31+19:00")]
    [InlineData("1969-12-31 09:31")]
    [InlineData("3000-01-01 09:31")]
    public void Stamp_InAnotherSpelling_IsNone(string text)
    {
        StampFault fault = StampText.ParseStamp(Encoding.UTF8.GetBytes(text), out _);

        Assert.Equal(StampFault.NotAStamp, fault);
    }

    [Theory]
    [InlineData("2024-06-14 09:31:15")]
    [InlineData("2024-06-14 09:31:00.001")]
    [InlineData("2024-06-14T09:31:59+08:00")]
    public void Stamp_WithSeconds_IsNotAFullMinute(string text)
    {
        StampFault fault = StampText.ParseStamp(Encoding.UTF8.GetBytes(text), out _);

        Assert.Equal(StampFault.NotAFullMinute, fault);
    }

    [Theory]
    [InlineData("2024-06-14")]
    [InlineData("2024/06/14")]
    [InlineData("2024/6/14")]
    [InlineData("2024.06.14")]
    public void Date_WithDashesSlashesOrDots_IsTheDay(string text)
    {
        StampFault fault = StampText.ParseDate(Encoding.UTF8.GetBytes(text), out int day);

        Assert.Equal(StampFault.None, fault);
        Assert.Equal(new DateOnly(2024, 6, 14), WallMinute.DateOf(day));
    }
}
