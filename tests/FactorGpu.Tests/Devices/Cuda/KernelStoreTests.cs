using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FactorGpu.Devices.Cuda;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class KernelStoreTests : IDisposable
{
    private const long Plenty = 1 << 20;

    private static readonly string s_key = KernelStore.KeyOf("source");

    private readonly TempFolder _temp = new();

    private string Folder => Path.Combine(_temp.Path, "factorgpu", "kernels");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Read_OfAnEmptyStore_IsNull()
    {
        var store = new KernelStore(Folder, Plenty);

        Assert.Null(store.Read(s_key));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Read_InALaterProcess_GivesWhatWasWritten()
    {
        new KernelStore(Folder, Plenty).Write(s_key, [1, 2, 3]);

        Assert.Equal([1, 2, 3], new KernelStore(Folder, Plenty).Read(s_key));
    }

    [Fact]
    public void Read_OfAnotherKey_IsNull()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);

        Assert.Null(store.Read(KernelStore.KeyOf("another source")));
    }

    [Fact]
    public void Write_OfAKeyThatIsThere_ReplacesIt()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);
        store.Write(s_key, [4, 5]);

        Assert.Equal([4, 5], store.Read(s_key));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Write_OfNothing_IsAnEntryToo()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, []);

        Assert.Equal(0, store.Read(s_key)?.Length);
    }

    [Fact]
    public void Read_OfAnEntryWithAnyByteChanged_IsNull()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);
        string path = Assert.Single(Directory.GetFiles(Folder));
        byte[] entry = File.ReadAllBytes(path);

        Assert.All(Enumerable.Range(0, entry.Length), place =>
        {
            byte[] damaged = [.. entry];
            damaged[place] ^= 0x10;
            File.WriteAllBytes(path, damaged);

            Assert.Null(store.Read(s_key));
        });
    }

    [Fact]
    public void Read_OfAnEntryOfAnyOtherLength_IsNull()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);
        string path = Assert.Single(Directory.GetFiles(Folder));
        byte[] entry = File.ReadAllBytes(path);

        Assert.All(Enumerable.Range(0, entry.Length), bytes =>
        {
            File.WriteAllBytes(path, entry[..bytes]);

            Assert.Null(store.Read(s_key));
        });
        File.WriteAllBytes(path, [.. entry, 0]);
        Assert.Null(store.Read(s_key));
    }

    [Fact]
    public void Read_OfAnEntryUnderAnothersName_IsNull()
    {
        var store = new KernelStore(Folder, Plenty);
        string other = KernelStore.KeyOf("another source");
        store.Write(s_key, [1, 2, 3]);
        string path = Assert.Single(Directory.GetFiles(Folder));
        File.Move(path, path.Replace(s_key, other, StringComparison.Ordinal));

        Assert.Null(store.Read(other));
    }

    [Fact]
    public void Write_AfterDamage_MendsTheEntry()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);
        File.WriteAllText(Assert.Single(Directory.GetFiles(Folder)), "not an entry");
        store.Write(s_key, [1, 2, 3]);

        Assert.Equal([1, 2, 3], store.Read(s_key));
    }

    [Fact]
    public void Store_WithoutAFolder_KeepsNothing()
    {
        var store = new KernelStore(folder: null, Plenty);
        store.Write(s_key, [1, 2, 3]);

        Assert.Null(store.Read(s_key));
    }

    [Fact]
    public void Store_WhereNoFolderCanBe_KeepsNothing()
    {
        string file = Path.Combine(_temp.Path, "file");
        File.WriteAllText(file, "");
        var store = new KernelStore(Path.Combine(file, "kernels"), Plenty);
        store.Write(s_key, [1, 2, 3]);

        Assert.Null(store.Read(s_key));
    }

    [Fact]
    public void Store_WhereAFileCannotGetItsName_KeepsNothingAndLeavesNothing()
    {
        var store = new KernelStore(Folder, Plenty);
        store.Write(s_key, [1, 2, 3]);
        string path = Assert.Single(Directory.GetFiles(Folder));
        File.Delete(path);
        Directory.CreateDirectory(path);
        store.Write(s_key, [1, 2, 3]);

        Assert.Null(store.Read(s_key));
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Store_OfManyAtOnce_NeverGivesAMixture()
    {
        byte[][] contents = [.. Enumerable.Range(1, 4).Select(i => Enumerable.Repeat((byte)i, 20_000 * i).ToArray())];

        // A store has no state but its folder, so several of them are several processes.
        Task<int>[] writers = [.. contents.Select(content => Task.Run(() => WriteAndRead(content)))];
        int[] seen = await Task.WhenAll(writers);

        Assert.All(seen, count => Assert.NotEqual(0, count));
        Assert.Single(Directory.GetFiles(Folder));

        int WriteAndRead(byte[] content)
        {
            var store = new KernelStore(Folder, Plenty);
            int found = 0;
            for (int i = 0; i < 50; i++)
            {
                store.Write(s_key, content);
                if (store.Read(s_key) is { } read)
                {
                    Assert.Contains(contents, written => written.AsSpan().SequenceEqual(read));
                    found++;
                }
            }

            return found;
        }
    }

    [Fact]
    public void Write_BeyondTheBound_DeletesTheOldest()
    {
        string[] keys = [.. Enumerable.Range(0, 5).Select(i => KernelStore.KeyOf($"source {i}"))];
        var store = new KernelStore(Folder, mostBytes: 3500);
        for (int i = 0; i < keys.Length; i++)
        {
            store.Write(keys[i], new byte[1000]);
            foreach (string file in Directory.GetFiles(Folder))
            {
                File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-1));
            }
        }

        Assert.Equal([false, false, true, true, true], keys.Select(key => store.Read(key) is not null));
    }

    [Fact]
    public void Write_BeyondTheBound_DeletesWhatABrokenOffProcessHasLeft()
    {
        Directory.CreateDirectory(Folder);
        string left = Path.Combine(Folder, "left.tmp");
        File.WriteAllBytes(left, new byte[3000]);
        File.SetLastWriteTimeUtc(left, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        var store = new KernelStore(Folder, mostBytes: 3500);
        store.Write(s_key, new byte[1000]);

        Assert.False(File.Exists(left));
        Assert.NotNull(store.Read(s_key));
    }

    [Theory]
    [InlineData("a", "bc")]
    [InlineData("ab", "d")]
    [InlineData("abc")]
    [InlineData("c", "ab")]
    public void KeyOf_OtherParts_IsAnotherKey(params string[] parts)
    {
        Assert.NotEqual(KernelStore.KeyOf("ab", "c"), KernelStore.KeyOf(parts));
    }

    [Fact]
    public void KeyOf_TheSameParts_IsTheSameKeyAndAFilesName()
    {
        string key = KernelStore.KeyOf("ab", "c");

        Assert.Equal(key, KernelStore.KeyOf("ab", "c"));
        Assert.Matches("^[0-9a-f]{64}$", key);
    }
}
