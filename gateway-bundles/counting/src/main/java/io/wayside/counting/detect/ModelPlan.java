// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document beside a model: what it is and what its labels mean.
 *
 * @param name of the document, for errors
 * @param model the file, beside the document unless the path is absolute
 * @param sha256 of that file in hexadecimal, if it is to be checked
 * @param strides pixels of the input in a cell, for each grid
 * @param labels in the order of the model's numbers
 * @param scheme whose classes labels mean; {@link #BY_SIZE} for those a camera tells by itself
 * @param classes of vehicles by label; what is not among them is no vehicle
 * @param outlines in a scheme of the user's, the class of each kind that outlines tell; a kind that
 *     is not among them is unknown
 * @param score from which on a box counts
 * @param overlap from which on two boxes are the same vehicle
 * @param boxesPerCell of YOLOv5 alone
 */
public record ModelPlan(
    String name,
    String model,
    Optional<String> sha256,
    Family family,
    int inputWidthPx,
    int inputHeightPx,
    List<Integer> strides,
    List<String> labels,
    String scheme,
    Map<String, String> classes,
    Map<String, String> outlines,
    double score,
    double overlap,
    int boxesPerCell) {

  /** The scheme of what a camera tells by outlines. */
  public static final String BY_SIZE = "camera-size";

  private static final Set<String> KINDS = Set.of("two-wheeler", "light", "heavy", "other");
  private static final int LARGEST_INPUT_PX = 4096;
  private static final int MOST_LABELS = 10_000;

  public ModelPlan {
    strides = List.copyOf(strides);
    labels = List.copyOf(labels);
    classes = Map.copyOf(classes);
    outlines = Map.copyOf(outlines);
  }

  /** Reads the document. */
  public static ModelPlan from(String name, Node node) throws GarbledData {
    node.only(
        "model",
        "sha256",
        "family",
        "input",
        "strides",
        "labels",
        "scheme",
        "classes",
        "outlines",
        "score",
        "overlap",
        "boxesPerCell",
        "source");
    List<Node> input = node.member("input").elements();
    if (input.size() != 2) {
      throw node.member("input").wrong("must be width and height, such as [416, 416]");
    }
    List<String> labels = labels(node.member("labels"));
    Optional<Node> scheme = node.optional("scheme");
    boolean bySize = scheme.isEmpty();
    Optional<Node> sha256 = node.optional("sha256");
    return new ModelPlan(
        name,
        node.member("model").text(),
        sha256.isPresent() ? Optional.of(sha256(sha256.get())) : Optional.empty(),
        node.member("family").word(Family.class),
        input.get(0).whole(8, LARGEST_INPUT_PX),
        input.get(1).whole(8, LARGEST_INPUT_PX),
        strides(node.optional("strides")),
        labels,
        bySize ? BY_SIZE : scheme.get().text(),
        classes(node.member("classes"), labels, bySize),
        outlines(node.optional("outlines"), bySize),
        number(node.optional("score"), 0.4),
        number(node.optional("overlap"), 0.5),
        whole(node.optional("boxesPerCell"), 3));
  }

  private static String sha256(Node node) throws GarbledData {
    String text = node.text();
    if (!text.matches("[0-9a-f]{64}")) {
      throw node.wrong("must be 64 hexadecimal digits in lower case, as sha256sum prints them");
    }
    return text;
  }

  private static List<Integer> strides(Optional<Node> node) throws GarbledData {
    if (node.isEmpty()) {
      return List.of(8, 16, 32);
    }
    List<Integer> strides = new ArrayList<>();
    for (Node stride : node.get().elements()) {
      strides.add(stride.whole(1, LARGEST_INPUT_PX));
    }
    if (strides.isEmpty()) {
      throw node.get().wrong("must have one stride at least, such as [8, 16, 32]");
    }
    return strides;
  }

  private static List<String> labels(Node node) throws GarbledData {
    Set<String> labels = new LinkedHashSet<>();
    for (Node label : node.elements()) {
      if (!labels.add(label.text())) {
        throw label.wrong("is there twice; each label of the model has its own number");
      }
    }
    if (labels.isEmpty() || labels.size() > MOST_LABELS) {
      throw node.wrong("must have 1 to " + MOST_LABELS + " labels");
    }
    return List.copyOf(labels);
  }

  private static Map<String, String> classes(Node node, List<String> labels, boolean bySize)
      throws GarbledData {
    Map<String, String> classes = new LinkedHashMap<>();
    for (Map.Entry<String, Node> row : node.members().entrySet()) {
      if (!labels.contains(row.getKey())) {
        throw row.getValue().wrong("is of no label of the model; its labels are " + labels);
      }
      String vehicle = row.getValue().text();
      if (bySize && !KINDS.contains(vehicle)) {
        throw row.getValue()
            .wrong(
                "must be one of two-wheeler, light, heavy, other; a member \"scheme\" allows the"
                    + " classes of another scheme");
      }
      classes.put(row.getKey(), vehicle);
    }
    if (classes.isEmpty()) {
      throw node.wrong("must say of one label at least which vehicle it is");
    }
    return classes;
  }

  private static Map<String, String> outlines(Optional<Node> node, boolean bySize)
      throws GarbledData {
    Map<String, String> outlines = new LinkedHashMap<>();
    if (node.isEmpty()) {
      return outlines;
    }
    if (bySize) {
      throw node.get().wrong("is of use with a member \"scheme\" alone");
    }
    for (Map.Entry<String, Node> row : node.get().members().entrySet()) {
      if (!KINDS.contains(row.getKey())) {
        throw row.getValue().wrong("is of none of two-wheeler, light, heavy, other");
      }
      outlines.put(row.getKey(), row.getValue().text());
    }
    return outlines;
  }

  private static double number(Optional<Node> node, double usual) throws GarbledData {
    return node.isPresent() ? node.get().number(0.01, 1) : usual;
  }

  private static int whole(Optional<Node> node, int usual) throws GarbledData {
    return node.isPresent() ? node.get().whole(1, 100) : usual;
  }
}
