// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.ArrayList;
import java.util.List;

/** Whose body each pixel of a picture shows. */
final class Whose {

  /** A pixel is a body's when it covers so much of it. */
  private static final float COVERS = 0.5f;

  /** Bodies with less road between them touch, in pixels of a picture 640 wide. */
  private static final double BETWEEN_PX = 2;

  private final int width;
  private final int height;
  private final int[] owner; // the number of a body from 1 on; 0 is road
  private final List<Integer> ids = new ArrayList<>();
  private final List<Integer> whole = new ArrayList<>();

  Whose(int width, int height) {
    this.width = width;
    this.height = height;
    this.owner = new int[width * height];
  }

  /**
   * A body before all that were laid so far.
   *
   * @param farM how far it is
   * @param coverM how far what stands beside the road is, at each pixel
   */
  void lay(int id, Sprite sprite, double farM, float[] coverM) {
    ids.add(id);
    int all = 0;
    for (int y = 0; y < sprite.height; y++) {
      for (int x = 0; x < sprite.width; x++) {
        if (sprite.cover[y * sprite.width + x] >= COVERS) {
          all++;
          int i = (y + sprite.top) * width + x + sprite.left;
          owner[i] = farM < coverM[i] ? ids.size() : owner[i];
        }
      }
    }
    whole.add(all);
  }

  /** Each body, in pixels of the picture without its margin. */
  List<Visible> visible(int margin) {
    int n = ids.size();
    int[] seen = new int[n];
    boolean[] touched = new boolean[n];
    int[][] box = new int[n][];
    int between = (int) Math.max(1, Math.round(BETWEEN_PX * width / 640));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int body = owner[y * width + x] - 1;
        if (body >= 0) {
          seen[body]++;
          box[body] = widened(box[body], x - margin, y - margin);
        }
        touch(touched, body, x + between < width ? owner[y * width + x + between] - 1 : -1);
        touch(touched, body, y + between < height ? owner[(y + between) * width + x] - 1 : -1);
      }
    }
    List<Visible> all = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      int[] b = box[k] == null ? new int[] {0, 0, -1, -1} : box[k];
      all.add(
          new Visible(
              ids.get(k),
              whole.get(k),
              seen[k],
              seen[k] > 0 && !touched[k],
              b[0],
              b[1],
              b[2],
              b[3]));
    }
    return all;
  }

  private static void touch(boolean[] touched, int a, int b) {
    if (a >= 0 && b >= 0 && a != b) {
      touched[a] = true;
      touched[b] = true;
    }
  }

  private static int[] widened(int @org.jspecify.annotations.Nullable [] box, int x, int y) {
    return box == null
        ? new int[] {x, y, x, y}
        : new int[] {
          Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)
        };
  }
}
