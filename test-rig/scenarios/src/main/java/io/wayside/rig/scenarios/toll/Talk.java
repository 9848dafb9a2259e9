// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.plaza.HeldBack;
import io.wayside.tolling.plaza.LateWord;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaDoor;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaRules;
import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One gateway's part in the talk of the lanes: its plaza, and what it says as bytes. */
final class Talk implements Neighbours {

  static final String STATION = "rig-0017";

  private static final byte[] KEY =
      "the rig's own key, and nobody else's".getBytes(StandardCharsets.US_ASCII);
  private static final long REPEAT_NANOS = 500_000_000L;

  private final int lane;
  private final List<String> others;
  private final StationNetwork network;
  private final Agenda agenda;
  private final PlazaCodec codec = new PlazaCodec(KEY);
  private @Nullable Plaza plaza;
  private @Nullable PlazaDoor door;
  private long boot;
  private final List<TagNumber> conflicts = new ArrayList<>();
  private final List<LateWord> late = new ArrayList<>();

  Talk(int lane, List<Integer> lanes, StationNetwork network, Agenda agenda) {
    this.lane = lane;
    this.others = lanes.stream().filter(each -> each != lane).map(Talk::name).toList();
    this.network = network;
    this.agenda = agenda;
    network.attach(lane, this::received);
  }

  private static String name(int lane) {
    return "lane-" + lane;
  }

  void start(List<OpenGrant> open, List<RecentCharge> recent, List<HeldBack> held, long nanos) {
    boot++;
    Plaza begun =
        new Plaza(PlazaRules.usual(), STATION, name(lane), boot, others).facing(UnderTest.LAYOUT);
    if (boot > 1) { // before the first nobody was on the road
      begun.resume(open, recent, nanos);
      held.forEach(begun::hold);
    }
    plaza = begun;
    door = new PlazaDoor(codec, STATION, others);
    repeat(boot, nanos);
  }

  void stop() {
    plaza = null;
    door = null;
  }

  private void repeat(long ofBoot, long nanos) {
    Plaza speaking = plaza;
    if (speaking != null && ofBoot == boot) {
      speaking.repeat(nanos).forEach(message -> send(message, nanos));
      late.addAll(speaking.lateWords());
      agenda.at(nanos + REPEAT_NANOS, at -> repeat(ofBoot, at));
    }
  }

  void observe(LaneEvent event) {
    if (plaza != null) {
      plaza.observe(event);
    }
  }

  void said(LaneAct act, long nanos) {
    if (plaza != null) {
      plaza.watch(act, nanos);
      plaza.say(act, nanos).ifPresent(message -> send(message, nanos));
      if (act instanceof LaneAct.AskLater held) {
        plaza.hold(new HeldBack(held.vehicle(), held.tag(), held.score(), held.atNanos()));
      }
    }
  }

  private void send(PlazaMessage message, long nanos) {
    network.send(lane, codec.encode(message).getBytes(StandardCharsets.US_ASCII), nanos);
  }

  private void received(byte[] datagram, long nanos) {
    Plaza hearing = plaza;
    if (hearing != null && door != null) {
      door.admit(datagram).ifPresent(message -> hearing.hear(message, nanos));
      hearing.answers().forEach(message -> send(message, nanos));
      hearing.conflicts().forEach(both -> conflicts.add(both.tag()));
    }
  }

  @Override
  public Word ask(TagNumber tag, double score, boolean alone, long nanos) {
    return plaza == null ? Word.UNARBITRATED : plaza.ask(tag, score, alone, nanos);
  }

  /** Whether every other lane can be asked. */
  boolean isWhole(long nanos) {
    return plaza != null && plaza.isWhole(nanos);
  }

  /** What the others said of passages that were held back, by the lane's number of the vehicle. */
  List<LateWord> late() {
    return List.copyOf(late);
  }

  /** How many passages the others are still to be asked about. */
  int waiting() {
    return plaza == null ? 0 : plaza.heldBack();
  }

  /** Tags that had passed here and there before either lane knew. */
  List<TagNumber> conflicts() {
    return List.copyOf(conflicts);
  }
}
