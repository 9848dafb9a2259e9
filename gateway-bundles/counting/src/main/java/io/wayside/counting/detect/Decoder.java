// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.counting.detect.Anchors.Anchor;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the numbers of a model. Which of several outputs is meant is told by its shape: a runtime
 * may give them in another order than their names.
 */
final class Decoder {

  /** Distances of a NanoDet box are told as shares of 0 to 7 cells. */
  private static final int BINS = 8;

  private final ModelPlan plan;
  private final Anchors anchors;
  private final int labels;

  Decoder(ModelPlan plan) {
    this.plan = plan;
    this.anchors = Anchors.of(plan.inputWidthPx(), plan.inputHeightPx(), plan.strides());
    this.labels = plan.labels().size();
  }

  /** Boxes with at least the plan's score. */
  List<Reading> read(List<Tensor> outputs) throws DetectorFailed {
    List<Reading> found = new ArrayList<>();
    Rows rows = rows(outputs);
    for (int i = 0; i < rows.rows(); i++) {
      Reading reading = reading(rows, i);
      if (reading.score() >= plan.score() && reading.isFinite()) {
        found.add(reading);
      }
    }
    return found;
  }

  private Reading reading(Rows rows, int row) {
    return switch (plan.family()) {
      case YOLOV8 -> best(rows, row, 4, 1, centred(rows, row));
      case YOLOV5 -> best(rows, row, 5, rows.at(row, 4), centred(rows, row));
      case YOLOX -> best(rows, row, 5, rows.at(row, 4), celled(rows, row));
      case NANODET_PLUS -> best(rows, row, 0, 1, distances(rows, row));
    };
  }

  private static double[] centred(Rows rows, int row) {
    return new double[] {rows.at(row, 0), rows.at(row, 1), rows.at(row, 2), rows.at(row, 3)};
  }

  private double[] celled(Rows rows, int row) {
    Anchor cell = anchors.all().get(row);
    return new double[] {
      (rows.at(row, 0) + cell.column()) * cell.stride(),
      (rows.at(row, 1) + cell.row()) * cell.stride(),
      Math.exp(rows.at(row, 2)) * cell.stride(),
      Math.exp(rows.at(row, 3)) * cell.stride()
    };
  }

  /** Distances from the cell's corner to the four sides; each is the mean of its shares. */
  private double[] distances(Rows rows, int row) {
    Anchor cell = anchors.all().get(row);
    double[] to = new double[4];
    for (int side = 0; side < 4; side++) {
      double sum = 0;
      double mean = 0;
      int first = labels + side * BINS;
      double most = Double.NEGATIVE_INFINITY;
      for (int bin = 0; bin < BINS; bin++) {
        most = Math.max(most, rows.at(row, first + bin));
      }
      for (int bin = 0; bin < BINS; bin++) {
        double share = Math.exp(rows.at(row, first + bin) - most);
        sum += share;
        mean += share * bin;
      }
      to[side] = mean / sum * cell.stride();
    }
    double x = (double) cell.column() * cell.stride();
    double y = (double) cell.row() * cell.stride();
    double left = x - to[0];
    double top = y - to[1];
    double right = x + to[2];
    double bottom = y + to[3];
    return new double[] {(left + right) / 2, (top + bottom) / 2, right - left, bottom - top};
  }

  private Reading best(Rows rows, int row, int firstClass, double factor, double[] box) {
    int label = 0;
    for (int i = 1; i < labels; i++) {
      if (rows.at(row, firstClass + i) > rows.at(row, firstClass + label)) {
        label = i;
      }
    }
    double score = Math.min(1, rows.at(row, firstClass + label) * factor);
    return Reading.around(label, score, box[0], box[1], box[2], box[3]);
  }

  private int columns() {
    return switch (plan.family()) {
      case YOLOV8 -> 4 + labels;
      case YOLOV5, YOLOX -> 5 + labels;
      case NANODET_PLUS -> labels + 4 * BINS;
    };
  }

  /** A row for each cell; it may lie across. */
  private record Rows(Tensor output, int rows, int columns, boolean across) {
    double at(int row, int column) {
      return output.values()[across ? column * rows + row : row * columns + column];
    }
  }

  private Rows rows(List<Tensor> outputs) throws DetectorFailed {
    int rows = anchors.size() * (plan.family() == Family.YOLOV5 ? plan.boxesPerCell() : 1);
    int columns = columns();
    for (Tensor output : outputs) {
      int[] table = output.table();
      if (table.length == 2 && table[0] == rows && table[1] == columns) {
        return new Rows(output, rows, columns, false);
      }
      if (table.length == 2 && table[0] == columns && table[1] == rows) {
        return new Rows(output, rows, columns, true);
      }
    }
    String found =
        outputs.stream()
            .map(output -> Arrays.toString(output.shape()))
            .collect(Collectors.joining(", "));
    throw new DetectorFailed(
        plan.name()
            + " gives "
            + (found.isEmpty() ? "nothing" : found)
            + "; a model of family "
            + plan.family().word()
            + " with an input of "
            + plan.inputWidthPx()
            + " x "
            + plan.inputHeightPx()
            + " and "
            + labels
            + " labels gives [1, "
            + rows
            + ", "
            + columns
            + "]: correct family, input, strides or labels in its document");
  }
}
