// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Faults of links and of the service that opens them. */
final class LinkMutants {

  private final List<Mutant> mutants = new ArrayList<>();

  static List<Mutant> all() {
    LinkMutants all = new LinkMutants();
    all.ofLinks();
    all.ofTheService();
    return all.mutants;
  }

  private void add(String name, String caughtBy, Fault opening) {
    mutants.add(Mutant.of(ScriptedLinksTest.class, name, caughtBy, "open", opening));
  }

  private static Fault opening(Function<Link, Link> by) {
    return (call, given) -> by.apply((Link) call.go(given));
  }

  private void ofLinks() {
    add(
        "reads the end of a line as -1",
        "readsNothingAsNothingOncePatienceIsOver",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public int read(byte[] buffer, Duration patience) throws LinkDown {
                    int count = super.read(buffer, patience);
                    return count == 0 ? -1 : count;
                  }
                }));
    add(
        "loses a byte",
        "readsWhatThePeerSends",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public int read(byte[] buffer, Duration patience) throws LinkDown {
                    return Math.max(0, super.read(buffer, patience) - 1);
                  }
                }));
    add(
        "loses what does not fit the buffer",
        "readsInPiecesWhatDoesNotFitTheBuffer",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public int read(byte[] buffer, Duration patience) throws LinkDown {
                    byte[] large = new byte[4_096];
                    int count = Math.min(buffer.length, super.read(large, patience));
                    System.arraycopy(large, 0, buffer, 0, count);
                    return count;
                  }
                }));
    add(
        "carries seven bits",
        "carriesEveryByteBothWaysInOrder",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public void write(byte[] bytes) throws DeviceException {
                    byte[] seven = Arrays.copyOf(bytes, bytes.length);
                    for (int i = 0; i < seven.length; i++) {
                      seven[i] &= 0x7f;
                    }
                    super.write(seven);
                  }
                }));
    add(
        "takes a hung-up line for a silent one",
        "breaksAndStaysBrokenWhenThePeerHangsUp",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public int read(byte[] buffer, Duration patience) {
                    try {
                      return super.read(buffer, patience);
                    } catch (LinkDown hidden) {
                      return 0;
                    }
                  }
                }));
    add(
        "cannot be closed while it reads",
        "closingEndsAReadInProgress",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public void close() {
                    // The fault: the reader is not woken.
                  }
                }));
    add(
        "minds a second close",
        "closingTwiceDoesNoHarmAndAClosedLinkIsDown",
        opening(
            link ->
                new Spoiled(link) {
                  private boolean closed;

                  @Override
                  public void close() {
                    if (closed) {
                      throw new IllegalStateException("closed already");
                    }
                    closed = true;
                    super.close();
                  }
                }));
    add(
        "forgets where it leads",
        "leadsWhereItWasOpened",
        opening(
            link ->
                new Spoiled(link) {
                  @Override
                  public LinkAddress address() {
                    return new LinkAddress.Tcp("192.0.2.99", 1);
                  }
                }));
  }

  private void ofTheService() {
    AtomicReference<Link> last = new AtomicReference<>();
    add(
        "takes a line from its owner",
        "oneAddressIsOpenOnlyOnceAtATime",
        (call, given) -> {
          Link before = last.get();
          if (before != null) {
            before.close();
          }
          last.set((Link) call.go(given));
          return last.get();
        });
    add(
        "does not say where nobody answers",
        "saysWhereNobodyAnswers",
        (call, given) -> {
          try {
            return call.go(given);
          } catch (Throwable down) {
            throw new LinkDown("cannot open");
          }
        });
    AtomicReference<Link> only = new AtomicReference<>();
    add(
        "gives a broken link again",
        "canBeOpenedAnewAfterItBroke",
        (call, given) -> {
          if (only.get() == null) {
            only.set((Link) call.go(given));
          }
          return only.get();
        });
  }

  /** A link that behaves but for what a fault overrides. */
  private static class Spoiled implements Link {

    private final Link link;

    Spoiled(Link link) {
      this.link = link;
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws LinkDown {
      return link.read(buffer, patience);
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
      link.write(bytes);
    }

    @Override
    public LinkAddress address() {
      return link.address();
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
