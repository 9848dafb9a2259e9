// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.RoadNet;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Region;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture as the camera gives it with a grid in its pixels, to read off where a line may go; what
 * the document of lines says already: the lines, each with a stroke to its left, the mask, and the
 * ground points with a net of metres on the road.
 */
final class LinesPicture {

  /** About so many columns of the grid: fewer cannot be read off, more hide the road. */
  private static final int COLUMNS = 16;

  private static final int[] STEPS_PX = {10, 20, 50, 100, 200, 500, 1000};
  private static final Color GRID = new Color(255, 255, 255, 90);
  private static final Color LINE = new Color(255, 40, 40);
  private static final Color MASK = new Color(80, 160, 255);
  private static final Color ROAD = new Color(90, 255, 120);

  private final BufferedImage image;
  private final Graphics2D pen;
  private final int letterPx;

  private LinesPicture(Frame frame) {
    image = image(frame);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    letterPx = Math.max(10, frame.widthPx() / 60);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, letterPx));
    pen.setStroke(new BasicStroke(Math.max(1f, frame.widthPx() / 500f)));
  }

  static BufferedImage of(Frame frame, Plan plan) {
    LinesPicture picture = new LinesPicture(frame);
    picture.grid();
    plan.ground().ifPresent(picture::road);
    plan.mask().ifPresent(picture::mask);
    plan.lines().forEach(picture::line);
    picture.pen.dispose();
    return picture.image;
  }

  static BufferedImage of(Frame frame) {
    LinesPicture picture = new LinesPicture(frame);
    picture.grid();
    picture.pen.dispose();
    return picture.image;
  }

  private static BufferedImage image(Frame frame) {
    int width = frame.widthPx();
    int height = frame.heightPx();
    boolean grey = frame.format() == PixelFormat.GREY8;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ByteBuffer pixels = frame.pixels();
    int at = pixels.position();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int blue = pixels.get(at) & 0xff;
        int green = grey ? blue : pixels.get(at + 1) & 0xff;
        int red = grey ? blue : pixels.get(at + 2) & 0xff;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
        at += frame.format().bytesPerPixel();
      }
    }
    return image;
  }

  private void grid() {
    int step = step(image.getWidth());
    for (int x = step; x < image.getWidth(); x += step) {
      pen.setColor(GRID);
      pen.draw(new Line2D.Double(x, 0, x, image.getHeight()));
      text(String.valueOf(x), x + 2, letterPx, Color.YELLOW);
    }
    for (int y = step; y < image.getHeight(); y += step) {
      pen.setColor(GRID);
      pen.draw(new Line2D.Double(0, y, image.getWidth(), y));
      text(String.valueOf(y), 2, y - 2, Color.YELLOW);
    }
  }

  private static int step(int width) {
    for (int step : STEPS_PX) {
      if (width / step <= COLUMNS) {
        return step;
      }
    }
    return width;
  }

  private void mask(Region region) {
    Path2D outline = new Path2D.Double();
    Point first = region.corners().get(0);
    outline.moveTo(first.x(), first.y());
    region.corners().stream().skip(1).forEach(corner -> outline.lineTo(corner.x(), corner.y()));
    outline.closePath();
    pen.setColor(MASK);
    pen.draw(outline);
  }

  private void road(Ground ground) {
    pen.setColor(ROAD);
    List<RoadNet.Strand> net = RoadNet.of(ground, image.getWidth(), image.getHeight());
    for (RoadNet.Strand strand : net) {
      for (RoadNet.Piece piece : strand.pieces()) {
        stroke(piece.from(), piece.to());
      }
    }
    for (Ground.Pair given : ground.given()) {
      double x = given.px().x();
      double y = given.px().y();
      pen.draw(new Ellipse2D.Double(x - letterPx / 2.0, y - letterPx / 2.0, letterPx, letterPx));
    }
    List<Point> labels = new ArrayList<>();
    for (RoadNet.Strand strand : net) {
      Point at = strand.nearest();
      // Far away lines are too near to each other to be told apart by their labels.
      if (labels.stream().allMatch(other -> other.distance(at) > 3 * letterPx)) {
        labels.add(at);
        text(strand.axis() + " " + Math.round(strand.atM()) + " m", at.x(), at.y() - 2, ROAD);
      }
    }
  }

  private void stroke(Point from, Point to) {
    pen.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
  }

  private void line(CountingLine line) {
    Point from = line.from();
    Point to = line.to();
    pen.setColor(LINE);
    stroke(from, to);
    double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    double x = (from.x() + to.x()) / 2;
    double y = (from.y() + to.y()) / 2;
    // Left of one who looks along the line; y grows downwards.
    double leftX = (to.y() - from.y()) / length * 2 * letterPx;
    double leftY = (from.x() - to.x()) / length * 2 * letterPx;
    pen.draw(new Line2D.Double(x, y, x + leftX, y + leftY));
    text("left", x + leftX, y + leftY, Color.WHITE);
    text(line.id(), from.x() + 2, from.y() + letterPx, Color.WHITE);
  }

  /** With a dark edge, since the road may be as bright as the letters. */
  private void text(String text, double x, double y, Color colour) {
    double within = Math.max(letterPx, Math.min(image.getHeight() - 2, y));
    int length = pen.getFontMetrics().stringWidth(text);
    double begins = Math.max(1, Math.min(image.getWidth() - 2.0 - length, x));
    pen.setColor(Color.BLACK);
    pen.drawString(text, (float) begins + 1, (float) within + 1);
    pen.setColor(colour);
    pen.drawString(text, (float) begins, (float) within);
  }
}
