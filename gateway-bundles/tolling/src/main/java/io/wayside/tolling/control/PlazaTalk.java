// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.plaza.Conflict;
import io.wayside.tolling.plaza.HeldBack;
import io.wayside.tolling.plaza.LateWord;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaMessage;
import java.util.List;
import java.util.function.Consumer;

/**
 * A lane's talk with the other lanes of its station over whatever carries it. On the lane's thread
 * only; what comes in is handed over by {@link TollLane#plazaHeard}.
 */
public final class PlazaTalk {

  private final Plaza plaza;
  private final Consumer<PlazaMessage> link;
  private boolean whole;

  /**
   * @param link says it to all other lanes, or loses it; returns at once
   */
  public PlazaTalk(Plaza plaza, Consumer<PlazaMessage> link) {
    this.plaza = plaza;
    this.link = link;
  }

  Neighbours neighbours() {
    return plaza;
  }

  void resume(Layout layout, List<OpenGrant> open, List<RecentCharge> recent, long nowNanos) {
    plaza.facing(layout);
    plaza.resume(open, recent, nowNanos);
  }

  void observe(LaneEvent event) {
    plaza.observe(event);
  }

  void watch(LaneAct act, long nowNanos) {
    plaza.watch(act, nowNanos);
  }

  void say(LaneAct act, long nowNanos) {
    plaza.say(act, nowNanos).ifPresent(link);
  }

  void repeat(long nowNanos) {
    plaza.repeat(nowNanos).forEach(link);
  }

  void hear(PlazaMessage message, long nowNanos) {
    plaza.hear(message, nowNanos);
    plaza.answers().forEach(link);
  }

  /** The passage is not charged before the others were asked. */
  void hold(HeldBack passage) {
    plaza.hold(passage);
  }

  /** A person lets a passage cost something. */
  void decided(long passage) {
    plaza.decided(passage);
  }

  /** What the others said of passages that were held back. */
  List<LateWord> lateWords() {
    return plaza.lateWords();
  }

  int heldBack() {
    return plaza.heldBack();
  }

  /** Tags that passed here and in another lane, found out only afterwards. */
  List<Conflict> conflicts() {
    return plaza.conflicts();
  }

  /** Whether it changed that all others can be asked. */
  boolean changed(long nowNanos) {
    boolean now = plaza.isWhole(nowNanos);
    boolean changed = now != whole;
    whole = now;
    return changed;
  }

  boolean isWhole() {
    return whole;
  }
}
