// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.disk.DiskShim;
import io.wayside.rig.scenarios.disk.Survival;
import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** {@code ./wayside rig journal-crash}: kills and power cuts by the thousand. */
public final class JournalCrash {

  private static final int CUTS_OF_ONE_RECORDING = 2000;
  private static final int CUTS_OF_ONE_RECOVERY = 150;

  private final CrashOptions options;
  private final Tally tally = new Tally();
  private final PrintStream out;

  private JournalCrash(CrashOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Does it and returns the exit status. */
  public static int run(List<String> args, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (args.contains("--help")) {
      out.print(CrashOptions.USAGE);
      return 0;
    }
    try {
      return crash(CrashOptions.parse(args), out).holds() ? 0 : 1;
    } catch (CrashOptions.Wrong wrong) {
      err.println("journal-crash: " + wrong.getMessage());
      err.print(CrashOptions.USAGE);
      return 2;
    } catch (IOException failed) {
      err.println("journal-crash could not go on: " + failed);
      return 1;
    }
  }

  /** Runs and prints the closing table. */
  static Tally crash(CrashOptions options, PrintStream out)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("wayside-crash");
    Path scratch = Files.createTempDirectory(inMemory().orElse(folder), "wayside-crash");
    JournalCrash crash = new JournalCrash(options, out);
    try {
      crash.logCuts(folder, scratch);
      crash.powerCuts(folder, scratch);
      crash.kills(folder);
    } finally {
      Folders.delete(scratch);
      Folders.delete(folder);
    }
    out.print(crash.tally.table());
    out.println(crash.tally.holds() ? "the promise holds" : "THE PROMISE DOES NOT HOLD");
    return crash.tally;
  }

  private void logCuts(Path folder, Path scratch) throws IOException, InterruptedException {
    say("%,d cuts of the log at any byte", options.logCuts());
    new LogCuts(Files.createDirectory(folder.resolve("log-cuts")), scratch, tally, options.seed())
        .run(options.logCuts());
  }

  private void powerCuts(Path folder, Path scratch) throws IOException, InterruptedException {
    Optional<Path> shim = DiskShim.TRACE.compile(folder);
    if (shim.isEmpty()) {
      say("power cuts are left out: this machine has no C compiler (cc, gcc or clang)");
      return;
    }
    PowerCuts cutting = new PowerCuts(scratch, tally, options.threads());
    Random random = new Random(options.seed());
    int left = options.cuts();
    for (int run = 0; left > 0; run++) {
      // Every third fills its quota, so that telemetry is thinned and drafts are refused.
      boolean tight = run % 3 == 1;
      // And every third writes large records in one session, so that the log is copied and begun
      // anew.
      boolean large = run % 3 == 2;
      int most = Math.min(left, CUTS_OF_ONE_RECORDING);
      Path traced = Files.createDirectory(folder.resolve("recording-" + run));
      Child.Work work =
          large
              ? new Child.Work(random.nextLong(), 0, 1, 1500, 24_000, true)
              : new Child.Work(
                  random.nextLong(),
                  0,
                  3,
                  most < 1000 ? 60 : 250,
                  tight ? 6000 : 1200,
                  true,
                  tight);
      Recording recording = Recording.of(traced, shim.get(), work);
      int recoveries = most / 4 / CUTS_OF_ONE_RECOVERY;
      int cuts = most - recoveries * CUTS_OF_ONE_RECOVERY;
      String name = "recording-" + run;
      say("%,d cuts over %,d changes of %s", cuts, recording.entries().size(), name);
      cutting.run(name, recording, cuts, options.seed() + run);
      for (int recovery = 0; recovery < recoveries; recovery++) {
        recover(
            cutting, recording, name + PowerCuts.RECOVERY + recovery, folder, shim.get(), random);
      }
      left -= most;
      Folders.delete(traced);
      say("%,d of %,d power cuts done, %s", options.cuts() - left, options.cuts(), state());
    }
  }

  /** Goes on from what a cut left, under trace, and cuts that off too. */
  private void recover(
      PowerCuts cutting, Recording recording, String name, Path folder, Path shim, Random random)
      throws IOException, InterruptedException {
    Replay replay = new Replay(recording);
    replay.to(
        recording.entries().size() / 10 + random.nextInt(recording.entries().size() * 9 / 10));
    Path traced = Files.createDirectory(folder.resolve(name));
    replay.cut(Survival.SOME_SECTORS, random, traced);
    Files.write(traced.resolve(Recording.SAID), replay.said());
    Child.Work work =
        new Child.Work(random.nextLong(), replay.facts().highest(), 1, 10, 1200, true);
    Recording recovery = Recording.of(traced, shim, work);
    cutting.run(name, recovery, CUTS_OF_ONE_RECOVERY, random.nextLong());
    Folders.delete(traced);
  }

  private void kills(Path folder) throws IOException, InterruptedException {
    int done = 0;
    for (int round = 0; done < options.kills(); round++) {
      int kills = Math.min(25, options.kills() - done);
      Path fresh = Files.createDirectory(folder.resolve("kills-" + round));
      new Kills(fresh, tally, options.seed() + round).run(kills);
      Folders.delete(fresh);
      done += kills;
      say("%,d of %,d kills done, %s", done, options.kills(), state());
    }
  }

  private String state() {
    return tally.holds() ? "nothing lost" : "NOT EVERYTHING HOLDS: " + tally.details().get(0);
  }

  private static Optional<Path> inMemory() {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? Optional.of(memory) : Optional.empty();
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
