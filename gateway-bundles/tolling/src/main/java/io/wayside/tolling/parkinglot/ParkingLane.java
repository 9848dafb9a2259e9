// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.StepThread;
import io.wayside.tolling.control.Steps;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A parking lane with its thread; it begins when its car park has opened. */
public final class ParkingLane {

  private static final int MOST_SIGHTINGS = 2_048;
  private static final int MOST_CHANGES = 1_024;

  private final Inbox inbox = new Inbox(MOST_SIGHTINGS, MOST_CHANGES);
  private final ExecutorService slow;
  private final StepThread thread;
  private final LotCommands commands;
  private volatile @Nullable LotLane running;

  public ParkingLane(
      LotParts.Settings settings,
      LaneDevices devices,
      CarParkDoor door,
      KeptOrder order,
      TimeSource time) {
    this.slow =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread radio = new Thread(task, "parking-slow-" + settings.id());
              radio.setDaemon(true);
              return radio;
            });
    this.thread =
        new StepThread(
            "parking-" + settings.id(),
            () -> begin(settings, devices, door, order, time),
            () -> inbox.errand(() -> {}),
            time);
    this.commands = new LotCommands(inbox, time, order, () -> Optional.ofNullable(running));
  }

  private Steps begin(
      LotParts.Settings settings,
      LaneDevices devices,
      CarParkDoor door,
      KeptOrder order,
      TimeSource time)
      throws StepThread.NotYet {
    Optional<CarPark> park = door.carPark();
    if (park.isEmpty()) {
      throw new StepThread.NotYet("its car park has not opened, look at that station's health");
    }
    LotLane lane =
        new LotLane(new LotParts(settings, devices, park.get(), order, time), inbox, slow);
    running = lane;
    return lane;
  }

  public void start() {
    thread.start();
  }

  public Health health() {
    return thread.health();
  }

  public CommandResult handle(Command command) {
    return commands.handle(command);
  }

  public void stop() throws InterruptedException {
    thread.stop();
    slow.shutdown();
  }
}
