// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a car park as soon as its journal can be read, and keeps an eye on it. */
public final class LiveCarPark implements CarParkDoor {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCarPark.class);
  private static final long LOOK_MS = 500;

  /** Looking at all stays is not for each time. */
  private static final int LOOKS_OF_A_VIEW = 10;

  private static final long LAST_RECORDS_MS = 2_000;

  private final Opening.Parts parts;
  private final ScheduledExecutorService looker;
  private volatile @Nullable CarPark park;
  private int looks; // on the looker's thread alone
  private volatile Health health;

  public LiveCarPark(Opening.Parts parts) {
    this.parts = parts;
    String id = parts.settings().id();
    this.health = Health.starting(id + " reads the journal", parts.time().monotonicNanos());
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "car-park-" + id);
              thread.setDaemon(true);
              return thread;
            });
    var unused = looker.scheduleWithFixedDelay(this::look, 0, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = parts.time().monotonicNanos();
    try {
      CarPark open = park;
      if (open == null) {
        open = Opening.of(parts);
        park = open;
      }
      open.retry();
      if (looks++ % LOOKS_OF_A_VIEW == 0) {
        say(ParkHealth.of(open.view(), now));
      }
    } catch (JournalException unread) {
      say(
          new Health(
              Health.Status.DEGRADED,
              "journal-unread",
              "the car park does not open before it knows what is in the journal, look at its"
                  + " health: "
                  + unread.getMessage(),
              now));
    } catch (RuntimeException | Error fault) { // either would end the looking, and in silence
      LOG.error("{} has a fault in itself, report it", parts.settings().id(), fault);
      say(
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a fault of the software, report it with the log: " + fault.getMessage(),
              now));
    }
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  @Override
  public Optional<CarPark> carPark() {
    return Optional.ofNullable(park);
  }

  public Health health() {
    return health;
  }

  public CommandResult handle(Command command) {
    CarPark open = park;
    return open == null
        ? new CommandResult.Refused(
            "not-running", "the car park has not opened, its health says why; try again then")
        : new ParkCommands(open, parts.time()).handle(command);
  }

  /** What waits is handed in. */
  public void stop() throws InterruptedException {
    looker.shutdown();
    if (!looker.awaitTermination(LAST_RECORDS_MS, TimeUnit.MILLISECONDS)) {
      LOG.warn("{} is still reading the journal", parts.settings().id());
    }
    CarPark open = park;
    if (open != null) {
      open.retry();
      try {
        open.durable().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException late) {
        LOG.error("{} stops with records the journal did not take", parts.settings().id(), late);
        open.unwritten().forEach(each -> LOG.error("not recorded: {}", each));
      }
    }
  }
}
