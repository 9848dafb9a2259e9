// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What is wrong with a reader's answers, until it is cleared. */
public final class ReaderFaults {

  private final Set<Integer> unanswered = new HashSet<>();
  private final Map<Integer, Status> refused = new HashMap<>();
  private Delivery delivery = Delivery.WHOLE;
  private boolean silent;
  private boolean emptyReports;
  private boolean cutNext;
  private boolean lieNext;
  private byte[] garbage = new byte[0];

  /** Half of the next message goes out, then the connection ends. */
  public synchronized void cutInsideNextMessage() {
    cutNext = true;
  }

  /** The next message states a length that is shorter than itself. */
  public synchronized void wrongLengthNext() {
    lieNext = true;
  }

  /** These bytes lie before the next message. */
  public synchronized void garbageNext(long seed, int bytes) {
    SplittableRandom random = new SplittableRandom(seed);
    garbage = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      garbage[i] = (byte) random.nextInt(256);
    }
  }

  /** Hears everything and says nothing: no answers, no keepalives, no reports. */
  public synchronized void silent(boolean now) {
    silent = now;
  }

  /** Never answers messages of a type, though it carries them out. */
  public synchronized void neverAnswer(int type) {
    unanswered.add(type);
  }

  /** Answers messages of a type with this status and does not carry them out. */
  public synchronized void refuse(int type, Status status) {
    refused.put(type, status);
  }

  /** A message without any tag goes before each report, as some readers in the field send. */
  public synchronized void emptyReports(boolean now) {
    emptyReports = now;
  }

  public synchronized void delivery(Delivery how) {
    delivery = how;
  }

  /** Ends all faults. */
  public synchronized void clear() {
    unanswered.clear();
    refused.clear();
    delivery = Delivery.WHOLE;
    silent = false;
    emptyReports = false;
    cutNext = false;
    lieNext = false;
    garbage = new byte[0];
  }

  synchronized Delivery delivery() {
    return delivery;
  }

  synchronized boolean silent() {
    return silent;
  }

  synchronized boolean answers(int type) {
    return !unanswered.contains(type);
  }

  synchronized Optional<Status> refusal(int type) {
    return Optional.ofNullable(refused.get(type));
  }

  synchronized boolean emptyReports() {
    return emptyReports;
  }

  synchronized boolean takeCut() {
    boolean cut = cutNext;
    cutNext = false;
    return cut;
  }

  /** The bytes of a message as the wire gets them. */
  synchronized byte[] spoilt(byte[] message) {
    byte[] stated = message;
    if (lieNext) {
      lieNext = false;
      stated = message.clone();
      stated[5] = (byte) (Frame.HEADER_BYTES - 1);
      stated[4] = 0;
    }
    if (garbage.length == 0) {
      return stated;
    }
    byte[] before = garbage;
    garbage = new byte[0];
    return new Octets().raw(before).raw(stated).bytes();
  }
}
