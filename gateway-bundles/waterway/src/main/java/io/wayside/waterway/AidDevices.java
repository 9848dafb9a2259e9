// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.Contact;
import io.wayside.core.device.SampleStream.Channel;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.water.Lantern;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.aid.Told;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which devices tell of an aid, and which of them are there. They come and go on any thread. */
final class AidDevices {

  private final Sources sources;
  private final Set<String> gauges;
  private final Optional<String> light;
  private final Optional<String> channel;
  private final Map<Key, Bound> bound = new ConcurrentHashMap<>();

  /** One object may offer several services: a receiver hears aids and the water. */
  private record Key(Object source, Role role) {}

  /** What a device tells. */
  enum Role {
    REPORTS,
    WATER,
    PHOTOCELL,
    LIGHT,
    LANTERN
  }

  /** A device that is listened to. */
  private record Bound(String device, Optional<Subscription> subscription) {}

  /**
   * @param ruleGauges gauges, as {@code DEVICE/STATION}, that rules of the light ask
   */
  AidDevices(Sources sources, Set<String> ruleGauges) {
    this.sources = sources;
    this.gauges = devices(ruleGauges);
    this.light = sources.lightInput().map(input -> input.split("/", 2)[0]);
    this.channel =
        sources.lightInput().filter(input -> input.contains("/")).map(i -> i.split("/", 2)[1]);
  }

  private static Set<String> devices(Set<String> gauges) {
    Set<String> devices = new LinkedHashSet<>();
    gauges.forEach(gauge -> devices.add(gauge.split("/", 2)[0]));
    return devices;
  }

  boolean reports(String device) {
    return sources.reports().stream().map(Told::device).anyMatch(device::equals);
  }

  boolean measures(String device) {
    return gauges.contains(device) || sources.gauge().map(Told::device).equals(Optional.of(device));
  }

  boolean isLantern(String device) {
    return sources.lantern().equals(Optional.of(device));
  }

  /** The lantern speaks by reports of its own, if at all. */
  void addLantern(String device, Lantern lantern) {
    bound.put(new Key(lantern, Role.LANTERN), new Bound(device, Optional.empty()));
  }

  /** The lantern that takes orders, if it is there. */
  Optional<Lantern> lantern() {
    return bound.keySet().stream()
        .filter(key -> key.role() == Role.LANTERN && key.source() instanceof Lantern)
        .map(key -> (Lantern) key.source())
        .findFirst();
  }

  boolean isPhotocell(String device) {
    return sources.photocell().equals(Optional.of(device));
  }

  boolean isLight(String device) {
    return light.equals(Optional.of(device));
  }

  /** Which of the channels sees the light; negative if none. */
  int channel(List<Channel> channels) {
    if (channel.isEmpty()) {
      return channels.size() == 1 ? 0 : -1;
    }
    return channels.stream().map(Channel::name).toList().indexOf(channel.get());
  }

  void add(Role role, String device, Object source, Subscription subscription) {
    bound.put(new Key(source, role), new Bound(device, Optional.of(subscription)));
  }

  /** The photocell is asked and not listened to. */
  void addPhotocell(String device, Contact contact) {
    bound.put(new Key(contact, Role.PHOTOCELL), new Bound(device, Optional.empty()));
  }

  /** The photocell, if it is there. */
  Optional<Contact> photocell() {
    return contact(Role.PHOTOCELL);
  }

  /** The contact that sees the light, if it is there. */
  Optional<Contact> light() {
    return contact(Role.LIGHT);
  }

  private Optional<Contact> contact(Role role) {
    return bound.keySet().stream()
        .filter(key -> key.role() == role && key.source() instanceof Contact)
        .map(key -> (Contact) key.source())
        .findFirst();
  }

  /** Whether it was there in that role. */
  boolean remove(Role role, Object source) {
    Bound was = bound.remove(new Key(source, role));
    if (was == null) {
      return false;
    }
    was.subscription().ifPresent(Subscription::close);
    return true;
  }

  /** Ids of devices that are named and not there. */
  List<String> missing() {
    Set<String> named = new LinkedHashSet<>();
    sources.reports().forEach(told -> named.add(told.device()));
    sources.gauge().ifPresent(told -> named.add(told.device()));
    named.addAll(gauges);
    sources.photocell().ifPresent(named::add);
    light.ifPresent(named::add);
    sources.lantern().ifPresent(named::add);
    bound.values().forEach(there -> named.remove(there.device()));
    return new ArrayList<>(named);
  }

  void close() {
    bound.values().forEach(there -> there.subscription().ifPresent(Subscription::close));
  }
}
