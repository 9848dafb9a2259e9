// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.driver.llrp.PortTrouble.Kind;
import io.wayside.driver.llrp.session.Inputs.Level;
import io.wayside.driver.llrp.session.ReaderSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Between the devices at a reader's ports and the thread that speaks with it. */
final class Ports implements ReaderPorts {

  private final List<Input> inputs = new CopyOnWriteArrayList<>();
  private final List<Output> outputs = new CopyOnWriteArrayList<>();

  @Override
  public void add(Input input) {
    inputs.add(input);
  }

  @Override
  public void add(Output output) {
    outputs.add(output);
  }

  @Override
  public void remove(Input input) {
    inputs.remove(input);
  }

  @Override
  public void remove(Output output) {
    outputs.remove(output);
  }

  /** By the reader's thread: hands over what is wanted. */
  void passTo(ReaderSession session, long now) {
    Set<Integer> wanted = new TreeSet<>();
    inputs.forEach(input -> wanted.add(input.port()));
    session.inputs().want(wanted);
    outputs.forEach(output -> session.outputs().want(output.port(), output.wanted(now)));
  }

  /** By the reader's thread: tells what became of it. */
  void settle(ReaderSession session, long now) {
    List<Level> levels = session.inputs().levels();
    for (Input input : inputs) {
      for (Level level : levels) {
        if (level.port() == input.port()) {
          input.level(level.high(), level.nanos());
        }
      }
      if (session.isReady()) {
        refused(session.inputs().refusal(input.port()))
            .ifPresentOrElse(trouble -> input.lost(trouble, now), () -> input.alive(now));
      }
    }
    if (session.isReady()) {
      outputs.forEach(output -> settle(session, output, now));
    }
  }

  private static void settle(ReaderSession session, Output output, long now) {
    refused(session.outputs().refusal(output.port()))
        .ifPresentOrElse(
            trouble -> output.lost(trouble, now),
            () -> session.outputs().told(output.port()).ifPresent(output::confirmed));
  }

  private static Optional<PortTrouble> refused(Optional<String> words) {
    return words.map(why -> new PortTrouble(Kind.REFUSED, why));
  }

  /** By the reader's thread: nothing can be told and nothing done. */
  void lost(PortTrouble trouble, long now) {
    inputs.forEach(input -> input.lost(trouble, now));
    outputs.forEach(output -> output.lost(trouble, now));
  }

  /** How long the reader's thread may wait for bytes. */
  long patienceNanos(long now, long longest) {
    long patience = longest;
    for (Input input : inputs) {
      patience = Math.min(patience, input.untilDueNanos(now, longest));
    }
    return patience;
  }
}
