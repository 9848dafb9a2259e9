// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.MeasuredRoad;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Region;
import io.wayside.counting.vision.Yardstick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is counted in a picture, in pixels of it as the camera gives it.
 *
 * @param ways for lines that have one, the side that vehicles should move to
 * @param mask nothing outside of it is looked at
 * @param rateHz pictures a second, where the document says so; of use for folders only
 */
public record Plan(
    List<CountingLine> lines,
    Map<String, Side> ways,
    Optional<Region> mask,
    Optional<Ground> ground,
    Optional<Double> rateHz) {

  private static final double FARTHEST_PX = 100_000;
  private static final double FARTHEST_M = 1e7;

  /** Places along a line at which it is asked whether they lie within the mask. */
  private static final int LOOKED_AT = 64;

  public Plan {
    lines = List.copyOf(lines);
    ways = Map.copyOf(ways);
  }

  /** Reads the document of lines, as the verb count and the camera counter take it. */
  public static Plan from(Node document) throws GarbledData {
    document.only("$schema", "lines", "mask", "ground", "rateHz", "notes");
    List<CountingLine> lines = new ArrayList<>();
    Map<String, Side> ways = new HashMap<>();
    Optional<Region> mask = mask(document);
    for (Node line : document.member("lines").elements()) {
      line.only("id", "from", "to", "way");
      String id = line.member("id").text();
      if (lines.stream().anyMatch(other -> other.id().equals(id))) {
        throw line.wrong("has the id of a line before it; give each its own");
      }
      Point from = pixels(line.member("from"));
      Point to = pixels(line.member("to"));
      lines.add(made(line, () -> new CountingLine(id, from, to)));
      if (mask.isPresent() && !reaches(mask.get(), from, to)) {
        throw line.wrong(
            "lies outside of the mask, where nothing is looked at; draw the mask around it");
      }
      Optional<Node> way = line.optional("way");
      if (way.isPresent()) {
        ways.put(id, side(way.get()));
      }
    }
    if (lines.isEmpty()) {
      throw document.member("lines").wrong("is empty; give a line to count at");
    }
    Optional<Node> rate = document.optional("rateHz");
    return new Plan(
        lines,
        ways,
        mask,
        ground(document),
        rate.isPresent() ? Optional.of(rate.get().number(0.1, 1000)) : Optional.empty());
  }

  private static boolean reaches(Region mask, Point from, Point to) {
    return IntStream.rangeClosed(0, LOOKED_AT)
        .mapToDouble(i -> (double) i / LOOKED_AT)
        .mapToObj(
            share ->
                new Point(
                    from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())))
        .anyMatch(mask::holds);
  }

  private static Side side(Node way) throws GarbledData {
    return switch (way.text()) {
      case "left" -> Side.LEFT;
      case "right" -> Side.RIGHT;
      default -> throw way.wrong("is neither left nor right");
    };
  }

  private static Optional<Region> mask(Node document) throws GarbledData {
    Optional<Node> mask = document.optional("mask");
    if (mask.isEmpty()) {
      return Optional.empty();
    }
    List<Point> corners = new ArrayList<>();
    for (Node corner : mask.get().elements()) {
      corners.add(pixels(corner));
    }
    return Optional.of(made(mask.get(), () -> new Region(corners)));
  }

  private static Optional<Ground> ground(Node document) throws GarbledData {
    Optional<Node> ground = document.optional("ground");
    if (ground.isEmpty()) {
      return Optional.empty();
    }
    List<Ground.Pair> pairs = new ArrayList<>();
    for (Node pair : ground.get().elements()) {
      pair.only("px", "m");
      pairs.add(new Ground.Pair(pixels(pair.member("px")), point(pair.member("m"), FARTHEST_M)));
    }
    return Optional.of(made(ground.get(), () -> Ground.of(pairs)));
  }

  private static Point pixels(Node node) throws GarbledData {
    return point(node, FARTHEST_PX);
  }

  private static Point point(Node node, double farthest) throws GarbledData {
    List<Node> both = node.elements();
    if (both.size() != 2) {
      throw node.wrong("is no point; give two numbers, as [320, 130]");
    }
    return new Point(
        both.get(0).number(-farthest, farthest), both.get(1).number(-farthest, farthest));
  }

  /** What makes something of the parts of a document. */
  private interface Maker<T> {
    T make();
  }

  private static <T> T made(Node from, Maker<T> maker) throws GarbledData {
    try {
      return maker.make();
    } catch (IllegalArgumentException impossible) {
      throw from.wrong("cannot be used: " + impossible.getMessage());
    }
  }

  /** What vehicles look like on the ground points, in a picture of this size. */
  public Optional<Yardstick> yardstick(double widthPx, double heightPx) {
    return ground.map(plane -> new MeasuredRoad(plane, new CameraView(plane, widthPx, heightPx)));
  }

  /** Lines of which nothing lies in a picture of this size: a count at them would be zero. */
  public List<CountingLine> outside(int widthPx, int heightPx) {
    Box picture = new Box(0, 0, widthPx - 1, heightPx - 1); // to the last pixels
    return lines.stream().filter(line -> !line.touches(picture)).toList();
  }

  /** The same for a picture that was made smaller. */
  public Plan scaled(double factorX, double factorY) {
    return new Plan(
        lines.stream().map(line -> line.scaled(factorX, factorY)).toList(),
        ways,
        mask.map(region -> region.scaled(factorX, factorY)),
        ground.map(plane -> plane.scaled(factorX, factorY)),
        rateHz);
  }
}
