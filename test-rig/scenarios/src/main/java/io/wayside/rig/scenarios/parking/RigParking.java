// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.JournalException;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.tolling.parking.ParkingRecords;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Tariff;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wayside rig parking}: a car park against its drivers, killed at every record. */
public final class RigParking {

  private static final String USAGE =
      """
      usage: ./wayside rig parking [--seed N] [--seeds N] [--drivers N] [--kills no]

        --seed N     of the first world; 1
        --seeds N    worlds; 5
        --drivers N  in each; 40
        --kills no   without the second part

      First: drivers with tags and tickets, who pay at desks, at the exit, twice or late, lose
      tickets, back out and tailgate. Then, for each world with at most 10 and none that tailgate,
      the gateway is killed at every record it writes, once before and once after that is durable,
      and is away for 3 s. Everybody pays what he owes and once, the count is right whenever the
      lanes are empty, and no arm comes down on a vehicle. In a third part the lanes alone begin anew
      at every record. A stock is taken after each 40 records. At the end of each world the gateway
      is started once more and every payment told again: it knows what it knew, and takes nothing
      twice. Exit status 1 when something is not so.
      """;

  private static final int WRONG_USAGE = 2;
  private static final int DRIVERS_OF_A_KILL = 10;

  private final Tariff tariff;
  private final Path orders;
  private final PrintStream out;
  private int faults;

  private RigParking(Tariff tariff, Path orders, PrintStream out) {
    this.tariff = tariff;
    this.orders = orders;
    this.out = out;
  }

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      LotOptions options = LotOptions.parse(arguments);
      Path orders = Files.createTempDirectory("wayside-parking");
      try {
        RigParking rig = new RigParking(tariff(home), orders, out);
        rig.days(options);
        if (options.kills()) {
          rig.kills(options);
        }
        return rig.faults == 0 ? 0 : 1;
      } finally {
        Folders.delete(orders);
      }
    } catch (IllegalArgumentException | IOException | GarbledData | JournalException wrong) {
      err.println("wayside rig parking: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  static Tariff tariff(Path home) throws IOException, GarbledData {
    return new Tariff(
        Plan.from(read(home.resolve("config/tolling/tariffs-example-vn.json"))),
        DayCalendar.from(read(home.resolve("config/calendars/vn.json"))));
  }

  private static Node read(Path file) throws IOException, GarbledData {
    return Node.read(file.toString(), Files.readString(file));
  }

  private void days(LotOptions options) throws JournalException, InterruptedException {
    int right = 0;
    int leaked = 0;
    long records = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      DyingJournal journal = new DyingJournal(0, false);
      LotFindings found = world(seed, options.drivers(), true, journal);
      right += found.right;
      leaked += found.leaked;
      records += journal.appended();
      tell("seed " + seed, found);
    }
    out.println(
        right
            + " charged rightly, "
            + leaked
            + " left behind another unpaid and counted, "
            + records
            + " records, "
            + faults
            + " faults");
  }

  private void kills(LotOptions options) throws JournalException, InterruptedException {
    int kills = 0;
    int right = 0;
    int unproven = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      boolean died = true;
      for (long at = 1; died; at++) {
        for (boolean kept : new boolean[] {false, true}) {
          DyingJournal journal = new DyingJournal(at, kept);
          int drivers = Math.min(DRIVERS_OF_A_KILL, options.drivers());
          LotFindings found = world(seed, drivers, false, journal);
          died = journal.appended() >= at;
          kills += died ? 1 : 0;
          right += found.right;
          unproven += found.unproven;
          tell("seed " + seed + " killed at record " + at + (kept ? " kept" : " not kept"), found);
        }
      }
      faults(seed, Math.min(DRIVERS_OF_A_KILL, options.drivers()));
    }
    out.println(
        kills
            + " kills: "
            + right
            + " charged rightly, "
            + unproven
            + " let go, away after the kill and told as unproven, "
            + faults
            + " faults");
  }

  /** The lanes begin anew at each record, and the car park goes on. */
  private void faults(long seed, int drivers) throws JournalException, InterruptedException {
    int right = 0;
    int unproven = 0;
    boolean faulted = true;
    long at = 0;
    while (faulted) {
      at++;
      DyingJournal journal = DyingJournal.faultingAt(at);
      LotFindings found = world(seed, drivers, false, journal);
      faulted = journal.appended() >= at;
      right += found.right;
      unproven += found.unproven;
      tell("seed " + seed + " lanes anew at record " + at, found);
    }
    out.println(
        "seed "
            + seed
            + ", lanes anew at each of "
            + (at - 1)
            + " records: "
            + right
            + " charged rightly, "
            + unproven
            + " told as unproven");
  }

  private LotFindings world(long seed, int drivers, boolean tailgaters, DyingJournal journal)
      throws JournalException, InterruptedException {
    LotWorld world = new LotWorld(seed, drivers, tailgaters, journal, tariff, orders).run();
    return new LotFindings(
        world, tariff, journal.all(ParkingRecords.stream(LotGateway.PARK)), world.began());
  }

  private void tell(String where, LotFindings found) {
    faults += found.wrong.size();
    found.wrong.forEach(each -> out.println(where + ": " + each));
  }
}
