// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenes by name. */
public final class Scenes {

  private static final Map<String, Scene> ALL = new LinkedHashMap<>();

  /**
   * A scene of which there are as many as seeds.
   *
   * @param seconds how long it usually is
   */
  public record Scene(String name, String about, double seconds, Maker maker) {

    /** The scene with a seed, in a size and rate, as long as it usually is. */
    public SceneScript script(long seed, Shot shot) {
      return maker.script(name, seed, shot, seconds);
    }

    public SceneScript script(long seed, Shot shot, double forSeconds) {
      return maker.script(name, seed, shot, forSeconds);
    }
  }

  /** Makes a scene. */
  @FunctionalInterface
  public interface Maker {
    SceneScript script(String name, long seed, Shot shot, double seconds);
  }

  static {
    add(
        "free-flow",
        "separate vehicles by day, two lanes and one of motorcycles; two lines",
        180,
        RoadScenes::freeFlow);
    add("motorcycle-groups", "two to six motorcycles abreast", 180, GroupScenes::groups);
    add(
        "mixed-dense",
        "slow dense traffic without lanes, motorcycles squeeze through",
        120,
        GroupScenes::mixedDense);
    add("queue", "ten come, stand for more than 60 s and move off", 130, QueueScenes::queue);
    add("queue-5", "the same, who stand for 5 s together", 75, QueueScenes.standing(5));
    add("queue-20", "the same, 20 s", 90, QueueScenes.standing(20));
    add("queue-180", "the same, three minutes", 250, QueueScenes.standing(180));
    add(
        "queue-before",
        "the same before the line, as at a stop line",
        140,
        QueueScenes.stoppingM(-2));
    add("queue-through", "the same, half of them past the line", 130, QueueScenes.stoppingM(14));
    add("queue-past", "the same past the line: all crossed before", 130, QueueScenes.stoppingM(34));
    add("queue-twice", "some of them pass, the others stand again", 130, QueueScenes::twice);
    add(
        "queue-mixed",
        "five on four wheels stand, motorcycles squeeze through between them",
        130,
        QueueScenes::mixed);
    add("night", "headlamps, tail lamps, a few street lamps", 180, RoadScenes::night);
    add("rain", "rain, wet road with mirror images, lamps on", 180, RoadScenes::rain);
    add(
        "shadow",
        "a low sun: long shadows over the other lanes, leaves that sway",
        180,
        RoadScenes::shadow);
    add(
        "shake",
        "no traffic at all; wind and blows shake the camera, trees sway",
        600,
        RoadScenes::shake);
    add("shake-traffic", "free flow before a camera that shakes", 180, RoadScenes::shakeTraffic);
    add(
        "exposure",
        "clouds, and a camera that changes its exposure at once",
        180,
        RoadScenes::exposure);
    add("wrong-way", "a few come against the others along the kerb", 120, RoadScenes::wrongWay);
    add(
        "stopped-vehicle",
        "one stops at the kerb for a while, the others go round it",
        150,
        RoadScenes::stopped);
    add(
        "two-directions",
        "four lanes, both ways, seen from a pole beside the road; two lines",
        150,
        RoadScenes::twoDirections);
  }

  private Scenes() {}

  private static void add(String name, String about, double seconds, Maker maker) {
    ALL.put(name, new Scene(name, about, seconds, maker));
  }

  public static List<Scene> all() {
    return List.copyOf(ALL.values());
  }

  /** One of them. */
  public static Scene named(String name) {
    Scene scene = ALL.get(name);
    if (scene == null) {
      throw new IllegalArgumentException(
          "there is no scene \"" + name + "\"; there are " + String.join(", ", ALL.keySet()));
    }
    return scene;
  }
}
