// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.config;

import static io.wayside.runtime.config.ConfigurationChange.Outcome.ADDED;
import static io.wayside.runtime.config.ConfigurationChange.Outcome.CHANGED;
import static io.wayside.runtime.config.ConfigurationChange.Outcome.REMOVED;
import static io.wayside.runtime.config.ConfigurationChange.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationChangeTest {

  private final RecordingStore store = new RecordingStore();

  @Test
  void only_what_differs_is_touched() throws IOException {
    ConfigurationChange.apply(
        Map.of("same", Map.of("a", 1), "other", Map.of("a", 1), "gone", Map.of()), store);
    store.touched.clear();

    assertThat(
            ConfigurationChange.apply(
                Map.of("same", Map.of("a", 1), "other", Map.of("a", 2), "new", Map.of()), store))
        .containsExactly(
            Map.entry("gone", REMOVED),
            Map.entry("new", ADDED),
            Map.entry("other", CHANGED),
            Map.entry("same", UNCHANGED));
    assertThat(store.touched).containsExactlyInAnyOrder("-gone", "+new", "+other");
    assertThat(store.touched.get(0)).isEqualTo("-gone");
  }

  @Test
  void lists_are_compared_by_content() throws IOException {
    ConfigurationChange.apply(Map.of("p", Map.of("list", new String[] {"a", "b"})), store);
    store.touched.clear();

    ConfigurationChange.apply(Map.of("p", Map.of("list", new String[] {"a", "b"})), store);
    assertThat(store.touched).isEmpty();
    ConfigurationChange.apply(Map.of("p", Map.of("list", new String[] {"b", "a"})), store);
    assertThat(store.touched).containsExactly("+p");
  }

  @Test
  void a_number_of_another_type_is_a_difference() throws IOException {
    ConfigurationChange.apply(Map.of("p", Map.of("n", 1L)), store);

    assertThat(ConfigurationChange.apply(Map.of("p", Map.of("n", 1)), store))
        .containsEntry("p", CHANGED);
  }

  @Test
  void the_store_holds_what_was_wanted_whatever_it_held() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      Map<String, Map<String, Object>> wanted = new TreeMap<>();
      for (int n = random.nextInt(6); n > 0; n--) {
        wanted.put("pid-" + random.nextInt(8), Map.of("v", random.nextInt(3)));
      }
      ConfigurationChange.apply(wanted, store);
      assertThat(store.current()).isEqualTo(wanted);
    }
  }

  private static final class RecordingStore implements ConfigurationStore {
    private final Map<String, Map<String, Object>> held = new TreeMap<>();
    private final List<String> touched = new ArrayList<>();

    @Override
    public Map<String, Map<String, Object>> current() {
      return new TreeMap<>(held);
    }

    @Override
    public void put(String pid, Map<String, Object> properties) {
      touched.add("+" + pid);
      held.put(pid, properties);
    }

    @Override
    public void remove(String pid) {
      touched.add("-" + pid);
      held.remove(pid);
    }
  }
}
