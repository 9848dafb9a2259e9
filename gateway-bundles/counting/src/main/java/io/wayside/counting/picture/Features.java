// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Drift;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/**
 * Knows vehicles again by their corners. Of each a patch of picture is kept as it was when it last
 * moved; where its corners are now is found by Lucas and Kanade's way (pyramids, after Bouguet),
 * and where most of them went together it went. Held against the patch and not against the picture
 * before, so what stands does not drift, and what was hidden for a while is found again.
 */
final class Features implements Sight, AutoCloseable {

  private static final int MOST = 24;
  private static final int FEWEST = 4;
  private static final double QUALITY = 0.03;
  private static final double APART_PX = 3;

  /** Around a box, so that what moves stays within. */
  private static final int MARGIN = 14;

  private static final Size WINDOW = new Size(9, 9);
  private static final int LEVELS = 2;
  private static final TermCriteria ENOUGH =
      new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 12, 0.03);
  private static final double FLAT = 1e-3;

  /** Where a corner is found it differs from itself by so many grey levels at most. */
  private static final double UNLIKE = 22;

  /** Corners of one body go together to so many pixels. */
  private static final double TOGETHER_PX = 0.8;

  /** Of all corners so many must agree. */
  private static final double AGREE = 0.34;

  /** Less than that is noise. */
  private static final double STILL_PX = 0.6;

  /** What stands is looked at anew after so many pictures, since light changes. */
  private static final int FRESH = 25;

  /** Lost for so many pictures, what is there now is learnt. */
  private static final int LOST = 60;

  private final Mat grey;
  private final Mat foreground;
  private final Map<Long, Patch> patches = new HashMap<>();
  private final MatOfPoint2f from = new MatOfPoint2f();
  private final MatOfPoint2f to = new MatOfPoint2f();
  private final MatOfByte found = new MatOfByte();
  private final MatOfFloat unlike = new MatOfFloat();
  private final MatOfPoint corners = new MatOfPoint();
  private final Mat where = new Mat();
  private final Corners past;

  /** What a vehicle looked like, and where its corners were then. */
  private static final class Patch {
    private final Mat image = new Mat();
    private Rect place = new Rect();
    private List<Point> points = List.of();
    private int looks;
    private int lost;
  }

  /**
   * Looks at these, which hold the latest picture whenever it is asked.
   *
   * @param grey the picture
   * @param foreground where it is not road
   */
  Features(Mat grey, Mat foreground) {
    this.grey = grey;
    this.foreground = foreground;
    this.past = new Corners(grey, foreground);
  }

  /** The latest picture was taken then, and there may be something in it. */
  void see(double atS, boolean something) {
    past.see(atS, something);
  }

  @Override
  public List<Drift> drifts(Box box, double sinceS) {
    return past.drifts(box, sinceS);
  }

  @Override
  public Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected) {
    Patch patch = patches.get(vehicle);
    if (patch == null) {
      patch = new Patch();
      patches.put(vehicle, patch);
      remember(patch, box, List.of(), before);
      return Optional.of(new Point(0, 0));
    }
    if (patch.points.size() < FEWEST) {
      return lost(patch, box, before);
    }
    List<Point> moves = moves(patch, expected);
    Optional<Point> move = common(moves, patch.points.size());
    if (move.isEmpty()) {
      return lost(patch, box, before);
    }
    patch.lost = 0;
    patch.looks++;
    Point shift = move.get();
    boolean moved = Math.hypot(shift.x(), shift.y()) > STILL_PX;
    if (moved || patch.looks >= FRESH) {
      List<Point> kept = new ArrayList<>();
      for (int i = 0; i < moves.size(); i++) {
        Point one = moves.get(i);
        Point at = patch.points.get(i);
        if (one.distance(shift) < TOGETHER_PX) {
          kept.add(moved ? new Point(at.x() + one.x(), at.y() + one.y()) : at);
        }
      }
      remember(patch, moved ? box.moved(shift.x(), shift.y()) : box, kept, before);
    }
    return Optional.of(moved ? shift : new Point(0, 0));
  }

  private Optional<Point> lost(Patch patch, Box box, List<Box> before) {
    if (++patch.lost > LOST) {
      remember(patch, box, List.of(), before);
      patch.lost = 0;
    }
    return Optional.empty();
  }

  /** How far each corner went; far away what was not found. */
  private List<Point> moves(Patch patch, Point expected) {
    Mat now = grey.submat(patch.place);
    org.opencv.core.Point[] old = new org.opencv.core.Point[patch.points.size()];
    org.opencv.core.Point[] guess = new org.opencv.core.Point[old.length];
    for (int i = 0; i < old.length; i++) {
      double x = patch.points.get(i).x() - patch.place.x;
      double y = patch.points.get(i).y() - patch.place.y;
      old[i] = new org.opencv.core.Point(x, y);
      guess[i] = new org.opencv.core.Point(x + expected.x(), y + expected.y());
    }
    from.fromArray(old);
    to.fromArray(guess);
    Video.calcOpticalFlowPyrLK(
        patch.image,
        now,
        from,
        to,
        found,
        unlike,
        WINDOW,
        LEVELS,
        ENOUGH,
        Video.OPTFLOW_USE_INITIAL_FLOW,
        FLAT);
    now.release();
    org.opencv.core.Point[] there = to.toArray();
    byte[] ok = found.toArray();
    float[] error = unlike.toArray();
    List<Point> moves = new ArrayList<>();
    for (int i = 0; i < old.length; i++) {
      boolean good = ok[i] != 0 && error[i] < UNLIKE;
      moves.add(
          good
              ? new Point(there[i].x - old[i].x, there[i].y - old[i].y)
              : new Point(Double.POSITIVE_INFINITY, 0));
    }
    return moves;
  }

  /** The median of the largest number of moves that agree. */
  private static Optional<Point> common(List<Point> moves, int all) {
    List<Point> best = List.of();
    for (Point one : moves) {
      if (Double.isFinite(one.x())) {
        List<Point> like = moves.stream().filter(m -> m.distance(one) < TOGETHER_PX).toList();
        best = like.size() > best.size() ? like : best;
      }
    }
    if (best.size() < Math.max(FEWEST, AGREE * all)) {
      return Optional.empty();
    }
    return Optional.of(new Point(median(best, Point::x), median(best, Point::y)));
  }

  private static double median(List<Point> moves, ToDoubleFunction<Point> of) {
    return moves.stream().mapToDouble(of).sorted().skip(moves.size() / 2).findFirst().orElseThrow();
  }

  private void remember(Patch patch, Box box, List<Point> kept, List<Box> before) {
    Rect all = new Rect(0, 0, grey.cols(), grey.rows());
    patch.place = within(box, MARGIN, all);
    patch.looks = 0;
    patch.points = List.of();
    if (patch.place.width < 12 || patch.place.height < 12) {
      return;
    }
    Mat now = grey.submat(patch.place);
    now.copyTo(patch.image);
    now.release();
    List<Point> points = new ArrayList<>(kept);
    points.removeIf(p -> !patch.place.contains(new org.opencv.core.Point(p.x(), p.y())));
    if (points.size() < MOST / 2) {
      more(points, box, before, all);
    }
    patch.points = List.copyOf(points);
  }

  /** New corners where it is not road and nobody hides it. */
  private void more(List<Point> points, Box box, List<Box> before, Rect all) {
    Rect place = within(box, 0, all);
    if (place.width < 6 || place.height < 6) {
      return;
    }
    Mat part = foreground.submat(place);
    part.copyTo(where);
    part.release();
    for (Box hider : before) {
      blank(hider, place);
    }
    for (Point known : points) {
      blank(Box.around(known, 2 * APART_PX, 2 * APART_PX), place);
    }
    Mat picture = grey.submat(place);
    Imgproc.goodFeaturesToTrack(picture, corners, MOST - points.size(), QUALITY, APART_PX, where);
    picture.release();
    for (org.opencv.core.Point corner : corners.toArray()) {
      points.add(new Point(corner.x + place.x, corner.y + place.y));
    }
  }

  private void blank(Box box, Rect place) {
    int x = (int) Math.max(0, box.x() - place.x);
    int y = (int) Math.max(0, box.y() - place.y);
    int right = (int) Math.min(place.width, Math.ceil(box.right()) - place.x);
    int bottom = (int) Math.min(place.height, Math.ceil(box.bottom()) - place.y);
    if (right > x && bottom > y) {
      Mat part = where.submat(y, bottom, x, right);
      part.setTo(new Scalar(0));
      part.release();
    }
  }

  private static Rect within(Box box, int margin, Rect all) {
    int x = (int) Math.max(0, Math.floor(box.x()) - margin);
    int y = (int) Math.max(0, Math.floor(box.y()) - margin);
    int right = (int) Math.min(all.width, Math.ceil(box.right()) + margin);
    int bottom = (int) Math.min(all.height, Math.ceil(box.bottom()) + margin);
    return new Rect(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
  }

  @Override
  public void keep(Set<Long> vehicles) {
    patches
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !vehicles.contains(entry.getKey());
              if (gone) {
                entry.getValue().image.release();
              }
              return gone;
            });
  }

  @Override
  public void close() {
    keep(Set.of());
    past.close();
    List.of(from, to, found, unlike, corners, where).forEach(Mat::release);
  }
}
