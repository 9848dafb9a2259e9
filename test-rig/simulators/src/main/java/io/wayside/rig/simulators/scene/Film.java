// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Painter;
import io.wayside.rig.simulators.scene.paint.Visible;
import io.wayside.rig.simulators.scene.traffic.Crossing;
import io.wayside.rig.simulators.scene.traffic.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The pictures of a scene, one after the other, and what is true of what they show. */
public final class Film {

  private final SceneScript script;
  private final Traffic traffic;
  private final Painter painter;
  private final PictureLines lines;
  private final byte[] bgr;
  private final Map<Crossing, Seen> seen = new HashMap<>();
  private final InSight inSight;
  private List<Visible> visible = List.of();
  private int next;

  private record Seen(int frame, double hiddenShare) {}

  /** A film at its beginning. */
  public Film(SceneScript script) {
    this.script = script;
    this.traffic = new Traffic(script.arrivals(), script.walks(), script.lights(), script.lines());
    this.painter =
        new Painter(
            script.camera(),
            script.road(),
            script.light(),
            script.drift(),
            script.shake(),
            1 / script.shot().rateHz(),
            script.exposureSteps(),
            script.seed());
    this.lines = new PictureLines(script);
    this.inSight = new InSight(script.shot());
    this.bgr = new byte[3 * script.shot().widthPx() * script.shot().heightPx()];
  }

  public SceneScript script() {
    return script;
  }

  public PictureLines lines() {
    return lines;
  }

  /** Paints the next picture; false when there is none any more. */
  public boolean next() {
    if (next == script.pictures()) {
      return false;
    }
    double now = timeS(next);
    traffic.advance(now);
    painter.paint(traffic.movers(), now, now - traffic.nowS(), bgr);
    visible = painter.visible();
    inSight.see(visible);
    for (Crossing crossing : traffic.crossings()) {
      if (!seen.containsKey(crossing)) {
        seen.put(crossing, new Seen(next, painter.hiddenShare(crossing.mover().id())));
      }
    }
    next++;
    return true;
  }

  /** The last picture's number, from 0. */
  public int frame() {
    return next - 1;
  }

  /** What of each body is to be seen in the last picture. */
  public List<Visible> visible() {
    return visible;
  }

  private double timeS(int frame) {
    return frame / script.shot().rateHz();
  }

  /** Blue, green, red of each pixel of the last picture; overwritten by the next. */
  public byte[] bgr() {
    return bgr;
  }

  /** Who has crossed the lines until the last picture. */
  public List<TruePassage> truth() {
    return traffic.crossings().stream().filter(seen::containsKey).map(this::passage).toList();
  }

  private TruePassage passage(Crossing crossing) {
    Seen how = seen.getOrDefault(crossing, new Seen(0, 1));
    double left = crossing.leaveS();
    return new TruePassage(
        how.frame(),
        crossing.timeS(),
        crossing.line().id(),
        lines.direction(crossing.line(), crossing.mover().way()),
        crossing.mover().body().kind().truthClass(),
        crossing.mover().body().kind().word(),
        crossing.mover().id(),
        crossing.mover().body().lengthM(),
        crossing.speedMps(),
        how.hiddenShare(),
        inSight.seenS(crossing.mover().id()),
        inSight.apartS(crossing.mover().id()),
        crossing.enterS(),
        Double.isNaN(left) ? OptionalDouble.empty() : OptionalDouble.of(left));
  }
}
