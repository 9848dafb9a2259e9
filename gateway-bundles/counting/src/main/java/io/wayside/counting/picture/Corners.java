// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Drift;
import io.wayside.counting.vision.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/**
 * Says how corners of what is not road came to where they are: they are followed back through the
 * pictures of the last moment by Lucas and Kanade's way, and forth again, which must lead to where
 * they are. Each step back is as long as all before it together, since it is known by then how fast
 * they go. Pictures are kept; nothing is worked out until somebody asks.
 */
final class Corners implements AutoCloseable {

  /** So much of the past is kept, with a picture every so often. */
  private static final double KEPT_S = 0.5;

  private static final double EVERY_S = 0.03;

  private static final int MOST = 16;
  private static final double QUALITY = 0.05;
  private static final double APART_PX = 3;
  private static final int SMALLEST_PX = 6;

  /** Around corners, for windows and for what is not foreseen. */
  private static final int MARGIN = 16;

  private static final Size WINDOW = new Size(9, 9);
  private static final int LEVELS = 2;
  private static final TermCriteria ENOUGH =
      new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 12, 0.03);
  private static final double FLAT = 1e-3;

  /** Where a corner is found it differs from itself by so many grey levels at most. */
  private static final double UNLIKE = 15;

  /** Followed back and forth it is where it was, to so many pixels. */
  private static final double BACK_PX = 0.7;

  private final Mat grey;
  private final Mat foreground;
  private final Deque<Shot> shots = new ArrayDeque<>(); // the latest first
  private final MatOfPoint corners = new MatOfPoint();
  private final MatOfPoint2f from = new MatOfPoint2f();
  private final MatOfPoint2f to = new MatOfPoint2f();
  private final MatOfPoint2f again = new MatOfPoint2f();
  private final MatOfByte found = new MatOfByte();
  private final MatOfByte foundAgain = new MatOfByte();
  private final MatOfFloat unlike = new MatOfFloat();
  private double nowS;

  private record Shot(Mat grey, double atS) {}

  /** Where a corner is now, and where it was at a time before. */
  private record Trail(Point now, Point then, double thenS) {

    /** Where it was still earlier if it went as fast then. */
    Point foreseen(double nowS, double earlierS) {
      double more = thenS < nowS ? (thenS - earlierS) / (nowS - thenS) : 0;
      return new Point(
          then.x() + more * (then.x() - now.x()), then.y() + more * (then.y() - now.y()));
    }

    Drift drift(double nowS) {
      return new Drift(now, new Point(now.x() - then.x(), now.y() - then.y()), nowS - thenS);
    }
  }

  /**
   * Looks at these, which hold the latest picture whenever it is asked.
   *
   * @param grey the picture
   * @param foreground where it is not road
   */
  Corners(Mat grey, Mat foreground) {
    this.grey = grey;
    this.foreground = foreground;
  }

  /** The latest picture was taken then; it is kept where something is to be seen in it. */
  void see(double atS, boolean something) {
    nowS = atS;
    if (!something || (!shots.isEmpty() && atS - shots.peekFirst().atS() < EVERY_S)) {
      return;
    }
    Mat room = new Mat();
    while (!shots.isEmpty() && atS - shots.peekLast().atS() > KEPT_S) {
      room.release();
      room = shots.removeLast().grey();
    }
    grey.copyTo(room);
    shots.addFirst(new Shot(room, atS));
  }

  /** Of what is in a box now, each for as long as it was found, not longer than is asked for. */
  List<Drift> drifts(Box box, double sinceS) {
    List<Trail> trails = corners(within(box, 0));
    List<Drift> drifts = new ArrayList<>();
    Mat last = grey;
    double lastS = nowS;
    for (Shot shot : shots) {
      if (trails.isEmpty() || shot.atS() < sinceS) {
        break;
      }
      if (lastS - shot.atS() >= Math.max(EVERY_S, nowS - lastS)) {
        trails = back(trails, last, shot, drifts);
        last = shot.grey();
        lastS = shot.atS();
      }
    }
    trails.forEach(trail -> tell(trail, drifts));
    return drifts;
  }

  private void tell(Trail trail, List<Drift> drifts) {
    if (trail.thenS() < nowS) {
      drifts.add(trail.drift(nowS));
    }
  }

  private List<Trail> corners(Rect place) {
    if (place.width < SMALLEST_PX || place.height < SMALLEST_PX) {
      return List.of();
    }
    Mat part = grey.submat(place);
    Mat where = foreground.submat(place);
    Imgproc.goodFeaturesToTrack(part, corners, MOST, QUALITY, APART_PX, where);
    part.release();
    where.release();
    List<Trail> trails = new ArrayList<>();
    for (org.opencv.core.Point corner : corners.toArray()) {
      Point at = new Point(corner.x + place.x, corner.y + place.y);
      trails.add(new Trail(at, at, nowS));
    }
    return trails;
  }

  /** One step back; who is not found there is told by the steps before. */
  private List<Trail> back(List<Trail> all, Mat last, Shot earlier, List<Drift> told) {
    List<Trail> trails = all.stream().filter(one -> isInPicture(one, earlier.atS())).toList();
    all.stream().filter(one -> !trails.contains(one)).forEach(one -> tell(one, told));
    if (trails.isEmpty()) {
      return trails;
    }
    Rect place = around(trails, earlier.atS());
    Mat a = last.submat(place);
    Mat b = earlier.grey().submat(place);
    follow(trails, earlier.atS(), place, a, b);
    a.release();
    b.release();
    org.opencv.core.Point[] start = from.toArray();
    org.opencv.core.Point[] there = to.toArray();
    org.opencv.core.Point[] ends = again.toArray();
    byte[] ok = found.toArray();
    byte[] okAgain = foundAgain.toArray();
    float[] error = unlike.toArray();
    List<Trail> next = new ArrayList<>();
    for (int i = 0; i < start.length; i++) {
      double off = Math.hypot(start[i].x - ends[i].x, start[i].y - ends[i].y);
      if (ok[i] != 0 && okAgain[i] != 0 && error[i] < UNLIKE && off < BACK_PX) {
        Point then = new Point(there[i].x + place.x, there[i].y + place.y);
        next.add(new Trail(trails.get(i).now(), then, earlier.atS()));
      } else {
        tell(trails.get(i), told);
      }
    }
    return next;
  }

  private void follow(List<Trail> trails, double earlierS, Rect place, Mat a, Mat b) {
    from.fromArray(in(place, trails.stream().map(Trail::then).toList()));
    to.fromArray(in(place, trails.stream().map(one -> one.foreseen(nowS, earlierS)).toList()));
    lucasKanade(a, b, from, to, found);
    again.fromArray(from.toArray());
    lucasKanade(b, a, to, again, foundAgain);
  }

  private void lucasKanade(Mat a, Mat b, MatOfPoint2f start, MatOfPoint2f end, MatOfByte ok) {
    Video.calcOpticalFlowPyrLK(
        a, b, start, end, ok, unlike, WINDOW, LEVELS, ENOUGH, Video.OPTFLOW_USE_INITIAL_FLOW, FLAT);
  }

  private static org.opencv.core.Point[] in(Rect place, List<Point> points) {
    return points.stream()
        .map(at -> new org.opencv.core.Point(at.x() - place.x, at.y() - place.y))
        .toArray(org.opencv.core.Point[]::new);
  }

  private boolean isInPicture(Trail trail, double earlierS) {
    Point at = trail.foreseen(nowS, earlierS);
    return at.x() >= 0 && at.y() >= 0 && at.x() < grey.cols() && at.y() < grey.rows();
  }

  private Rect around(List<Trail> trails, double earlierS) {
    Box box =
        trails.stream()
            .map(
                one ->
                    Box.around(one.then(), 1, 1)
                        .with(Box.around(one.foreseen(nowS, earlierS), 1, 1)))
            .reduce(Box::with)
            .orElseThrow();
    return within(box, MARGIN);
  }

  private Rect within(Box box, int margin) {
    int x = (int) Math.max(0, Math.floor(box.x()) - margin);
    int y = (int) Math.max(0, Math.floor(box.y()) - margin);
    int right = (int) Math.min(grey.cols(), Math.ceil(box.right()) + margin);
    int bottom = (int) Math.min(grey.rows(), Math.ceil(box.bottom()) + margin);
    return new Rect(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
  }

  @Override
  public void close() {
    shots.forEach(shot -> shot.grey().release());
    shots.clear();
    List.of(corners, from, to, again, found, foundAgain, unlike).forEach(Mat::release);
  }
}
