// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import java.util.List;

/** Something that is measured against a named alternative or limit in the same run. */
public interface Benchmark {

  /** The name by which it is called. */
  String name();

  /** One line: what against what. */
  String about();

  /**
   * Measures.
   *
   * @param quick fewer and shorter runs, to see that it works; its figures are not for quoting
   * @param progress told in a few words what is being done
   */
  List<Figure> run(boolean quick, Progress progress) throws Exception;

  /** The figures once more as a table to paste into a page; empty when the usual one will do. */
  default String page(List<Figure> figures) {
    return "";
  }

  /** Told in a few words what is being done. */
  interface Progress {
    void doing(String what);
  }
}
