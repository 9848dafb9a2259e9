// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.rig.scenarios.wire.WireCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Every message that crossed the broker, judged as it passes; only what is wrong is kept. */
final class Overheard implements BiConsumer<String, byte[]> {

  private static final int MOST_KEPT = 20;
  private static final String ROOT = "way/v1/";

  private final WireCheck check;
  private final Map<String, AtomicInteger> messages = new ConcurrentSkipListMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Overheard(WireCheck check) {
    this.check = check;
  }

  @Override
  public void accept(String topic, byte[] payload) {
    messages.computeIfAbsent(what(topic), any -> new AtomicInteger()).incrementAndGet();
    for (String problem : check.problems(topic, payload)) {
      if (problems.size() < MOST_KEPT) {
        problems.add(problem + " in " + new String(payload, StandardCharsets.UTF_8));
      }
    }
  }

  /** What a topic is about: the step behind tenant and gateway; the whole topic of others. */
  private static String what(String topic) {
    String[] steps = topic.split("/", -1);
    return topic.startsWith(ROOT) && steps.length > 4 ? steps[4] : topic;
  }

  /** How many messages were heard, by what they are about. */
  Map<String, Integer> messages() {
    Map<String, Integer> counts = new TreeMap<>();
    messages.forEach((what, count) -> counts.put(what, count.get()));
    return counts;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
