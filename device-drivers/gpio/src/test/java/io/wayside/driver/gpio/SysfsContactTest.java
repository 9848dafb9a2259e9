// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.contracts.ContactContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a tree of files, which shows levels and keeps no edges. */
class SysfsContactTest extends ContactContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<Contact, ContactChange> start() throws IOException {
    return new Harness(folder.resolve("gpio" + System.nanoTime()));
  }

  /** What is shorter than a look is missed. */
  @Override
  protected boolean missesWhenBusy() {
    return true;
  }

  /** Counts the driver's looks: each asks for the time. */
  private static final class Looks implements TimeSource {
    private final MachineTime machine = new MachineTime();
    private final AtomicLong count = new AtomicLong();

    @Override
    public long monotonicNanos() {
      count.incrementAndGet();
      return machine.monotonicNanos();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return machine.at(monotonicNanos);
    }
  }

  private static final class Harness implements SourceHarness<Contact, ContactChange> {

    private static final long PATIENCE_NANOS = 50_000_000;

    private final Looks looks = new Looks();
    private final FakeTree tree;
    private final ContactInput contact;

    Harness(Path root) throws IOException {
      tree = new FakeTree(root);
      contact =
          new ContactInput(
              Bench.contact(
                  Map.of(
                      "device_id",
                      "loop-1",
                      "provider",
                      Provider.SYSFS,
                      "line",
                      FakeTree.LINE,
                      "sysPath",
                      root.toString(),
                      "settleUs",
                      0,
                      "lookEveryUs",
                      200)),
              looks);
      Bench.until("the line is open", () -> contact.active().isPresent());
    }

    @Override
    public Contact device() {
      return contact;
    }

    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }

    /** Holds each level for some looks, as a vehicle does. */
    @Override
    public void peerSays(int number) {
      tree.drivenFromOutside(number % 2 == 1);
      long until = looks.count.get() + 6;
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (looks.count.get() < until && System.nanoTime() - end < 0) {
        LockSupport.parkNanos(50_000);
      }
    }

    @Override
    public boolean carries(ContactChange change, int number) {
      return change.active() == (number % 2 == 1);
    }

    @Override
    public void breakLink() {
      tree.unplug();
    }

    @Override
    public void restoreLink() {
      tree.plug();
    }

    @Override
    public void close() {
      contact.stop();
      tree.close();
    }
  }
}
