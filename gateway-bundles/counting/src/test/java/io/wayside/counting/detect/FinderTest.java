// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.detect.Family.Fit;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers made here from boxes, as each family's description says, are read as these boxes. */
class FinderTest {

  private static final int W = 128;
  private static final int H = 96;
  private static final int LABELS = 4;
  private static final Laid AS_IT_IS = Laid.of(Fit.STRETCHED, W, H, W, H);

  private record Cell(double x, double y, double stride) {}

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int stride = 8; stride <= 32; stride *= 2) {
      for (int y = 0; y < H; y += stride) {
        for (int x = 0; x < W; x += stride) {
          cells.add(new Cell(x, y, stride));
        }
      }
    }
    return cells;
  }

  private static float[] classes(int label, double score) {
    float[] classes = new float[LABELS];
    classes[label] = (float) score;
    return classes;
  }

  /** The row of a family for a box; a score of 0 is the row of a cell that sees nothing. */
  private static float[] row(Family family, Cell cell, double[] box, int label, double score) {
    double x = (box[0] + box[2]) / 2;
    double y = (box[1] + box[3]) / 2;
    double width = box[2] - box[0];
    double height = box[3] - box[1];
    return switch (family) {
      case YOLOV8 -> joined(new double[] {x, y, width, height}, classes(label, score));
      case YOLOV5 -> joined(new double[] {x, y, width, height, score}, classes(label, 1));
      case YOLOX ->
          joined(
              new double[] {
                x / cell.stride() - cell.x() / cell.stride(),
                y / cell.stride() - cell.y() / cell.stride(),
                Math.log(width / cell.stride()),
                Math.log(height / cell.stride()),
                0.8
              },
              classes(label, score / 0.8));
      case NANODET_PLUS -> {
        double[] shares = new double[32];
        double[] to = {cell.x() - box[0], cell.y() - box[1], box[2] - cell.x(), box[3] - cell.y()};
        for (int side = 0; side < 4; side++) {
          // The mean of the two bins beside it, weighed: log of the weights, the others at nothing.
          double bins = to[side] / cell.stride();
          int below = Math.min(6, (int) Math.floor(bins));
          for (int bin = 0; bin < 8; bin++) {
            double weight = bin == below ? below + 1 - bins : bin == below + 1 ? bins - below : 0;
            shares[side * 8 + bin] = Math.log(Math.max(1e-12, weight));
          }
        }
        float[] row = new float[LABELS + 32];
        System.arraycopy(classes(label, score), 0, row, 0, LABELS);
        for (int i = 0; i < 32; i++) {
          row[LABELS + i] = (float) shares[i];
        }
        yield row;
      }
    };
  }

  private static float[] joined(double[] first, float[] then) {
    float[] all = new float[first.length + then.length];
    for (int i = 0; i < first.length; i++) {
      all[i] = (float) first[i];
    }
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  private static Tensor tensor(List<float[]> rows, boolean across) {
    int columns = rows.get(0).length;
    float[] values = new float[rows.size() * columns];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        values[across ? c * rows.size() + r : r * columns + c] = rows.get(r)[c];
      }
    }
    int[] shape =
        across ? new int[] {1, columns, rows.size()} : new int[] {1, rows.size(), columns};
    return new Tensor(shape, values);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void eachFamilyIsReadAsItsDescriptionSays(Family family) throws Exception {
    Random random = new Random(family.word().length());
    Finder finder = new Finder(Plans.of(family.word(), W, H, ", \"overlap\": 1"));
    List<Cell> cells = cells();
    int perCell = family == Family.YOLOV5 ? 3 : 1;
    for (int trial = 0; trial < 50; trial++) {
      int at = random.nextInt(cells.size() * perCell);
      Cell cell = cells.get(at / perCell);
      double[] box = {
        cell.x() - random.nextDouble() * 6 * cell.stride() - 1,
        cell.y() - random.nextDouble() * 6 * cell.stride() - 1,
        cell.x() + random.nextDouble() * 6 * cell.stride() + 1,
        cell.y() + random.nextDouble() * 6 * cell.stride() + 1
      };
      int label = 1 + random.nextInt(3);
      List<float[]> rows = new ArrayList<>();
      for (int i = 0; i < cells.size() * perCell; i++) {
        boolean here = i == at;
        rows.add(
            row(
                family,
                cells.get(i / perCell),
                here ? box : new double[] {0, 0, 9, 9},
                label,
                here ? 0.6 : 0));
      }

      Tensor other = new Tensor(new int[] {1, 3}, new float[3]);
      List<Detection> found =
          finder.found(List.of(other, tensor(rows, family == Family.YOLOV8)), AS_IT_IS);

      assertThat(found).hasSize(1);
      Detection one = found.get(0);
      assertThat(one.label()).isEqualTo(List.of("person", "motorcycle", "car", "truck").get(label));
      assertThat(one.confidence()).isCloseTo(0.6, within(1e-6));
      assertThat(one.left()).isCloseTo(box[0], within(0.01));
      assertThat(one.top()).isCloseTo(box[1], within(0.01));
      assertThat(one.right()).isCloseTo(box[2], within(0.01));
      assertThat(one.bottom()).isCloseTo(box[3], within(0.01));
    }
  }

  @Test
  void whatIsNoVehicleIsLeftOutAndOfBoxesOnOnePlaceTheSurestStays() throws Exception {
    Random random = new Random(9);
    Finder finder = new Finder(Plans.of("yolov8", W, H, ", \"overlap\": 0.45"));
    int cells = cells().size();
    for (int trial = 0; trial < 20; trial++) {
      List<float[]> rows = new ArrayList<>();
      List<Detection> all = new ArrayList<>();
      for (int i = 0; i < cells; i++) {
        int label = random.nextInt(4);
        float score = i % 8 == 0 ? random.nextFloat() : 0;
        float x = random.nextInt(W);
        float y = random.nextInt(H);
        float size = 10 + random.nextInt(40);
        rows.add(joined(new double[] {x, y, size, size}, classes(label, score)));
        if (label > 0 && score >= 0.4f) {
          all.add(
              new Detection(
                  List.of("person", "motorcycle", "car", "truck").get(label),
                  score,
                  x - size / 2,
                  y - size / 2,
                  x + size / 2,
                  y + size / 2));
        }
      }

      List<Detection> found = finder.found(List.of(tensor(rows, true)), AS_IT_IS);

      assertThat(found).isEqualTo(keptByRecount(all, 0.45));
    }
  }

  /** Those that no surer one that stays covers, found by trying all, not by going through them. */
  private static List<Detection> keptByRecount(List<Detection> all, double overlap) {
    List<Detection> left = new ArrayList<>(all);
    List<Detection> kept = new ArrayList<>();
    while (!left.isEmpty()) {
      Detection surest =
          left.stream().max(Comparator.comparingDouble(Detection::confidence)).orElseThrow();
      kept.add(surest);
      left.removeIf(one -> one.equals(surest) || shared(one, surest) >= overlap);
    }
    return kept;
  }

  private static double shared(Detection a, Detection b) {
    int both = 0;
    int either = 0;
    // Edges are at halves of a pixel: a point in each quarter of a pixel counts exactly.
    for (double x = Math.min(a.left(), b.left()) + 0.25;
        x < Math.max(a.right(), b.right());
        x += 0.5) {
      for (double y = Math.min(a.top(), b.top()) + 0.25;
          y < Math.max(a.bottom(), b.bottom());
          y += 0.5) {
        boolean inA = x > a.left() && x < a.right() && y > a.top() && y < a.bottom();
        boolean inB = x > b.left() && x < b.right() && y > b.top() && y < b.bottom();
        both += inA && inB ? 1 : 0;
        either += inA || inB ? 1 : 0;
      }
    }
    return (double) both / either;
  }

  @Test
  void anOutputOfAnotherShapeIsToldWithTheShapeThatWouldFit() throws Exception {
    Finder finder = new Finder(Plans.of("yolov8", W, H, ""));

    assertThatThrownBy(
            () ->
                finder.found(List.of(new Tensor(new int[] {1, 84, 10}, new float[840])), AS_IT_IS))
        .isInstanceOf(DetectorFailed.class)
        .hasMessage(
            "model.json gives [1, 84, 10]; a model of family yolov8 with an input of 128 x 96 and 4"
                + " labels gives [1, 252, 8]: correct family, input, strides or labels in its"
                + " document");
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void anyNumbersGiveFiniteBoxesAndNoFault(Family family) throws Exception {
    Random random = new Random(3);
    Finder finder = new Finder(Plans.of(family.word(), W, H, ""));
    int columns = family == Family.YOLOV8 ? 8 : family == Family.NANODET_PLUS ? 36 : 9;
    int rows = cells().size() * (family == Family.YOLOV5 ? 3 : 1);
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, -1e38f, 1e38f, 0, 1, Float.MIN_VALUE};
    for (int trial = 0; trial < 30; trial++) {
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(4) == 0 ? odd[random.nextInt(odd.length)] : random.nextFloat();
      }

      assertThat(finder.found(List.of(new Tensor(new int[] {1, rows, columns}, values)), AS_IT_IS))
          .allSatisfy(
              one -> {
                assertThat(one.confidence()).isBetween(0.4, 1.0);
                assertThat(List.of(one.left(), one.top(), one.right(), one.bottom()))
                    .allMatch(Double::isFinite);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRETCHED", "MIDDLE", "CORNER"})
  void aPlaceInTheInputIsThatOfThePictureAgain(String word) {
    Fit fit = Fit.valueOf(word);
    Random random = new Random(4);
    for (int trial = 0; trial < 300; trial++) {
      int w = 16 + random.nextInt(2000);
      int h = 16 + random.nextInt(2000);
      int inputW = 32 * (1 + random.nextInt(20));
      int inputH = 32 * (1 + random.nextInt(20));
      Laid laid = Laid.of(fit, w, h, inputW, inputH);
      assertThat(laid.leftPx() + laid.widthPx()).isLessThanOrEqualTo(inputW);
      assertThat(laid.topPx() + laid.heightPx()).isLessThanOrEqualTo(inputH);

      Detection whole =
          laid.back(
              "car",
              1,
              laid.leftPx(),
              laid.topPx(),
              laid.leftPx() + laid.widthPx(),
              laid.topPx() + laid.heightPx());

      assertThat(whole.left()).isCloseTo(0, within(1e-9));
      assertThat(whole.top()).isCloseTo(0, within(1e-9));
      assertThat(whole.right()).isCloseTo(w, within(1e-6));
      assertThat(whole.bottom()).isCloseTo(h, within(1e-6));
    }
  }

  @Test
  void votesAreWeighedAndFewOfThemAreBelievedLess() {
    ClassVotes votes = new ClassVotes();
    assertThat(votes.verdict()).isEmpty();
    votes.vote("light", 0.5);
    double once = votes.verdict().orElseThrow().confidence();
    votes.vote("heavy", 0.6);
    assertThat(votes.verdict().orElseThrow().vehicleClass()).isEqualTo("heavy");
    votes.vote("light", 0.5);
    votes.vote("light", 0.5);
    assertThat(votes.verdict().orElseThrow().vehicleClass()).isEqualTo("light");
    for (int i = 0; i < 20; i++) {
      votes.vote("light", 0.5);
    }
    assertThat(votes.verdict().orElseThrow().confidence()).isGreaterThan(once).isLessThan(1);
  }
}
