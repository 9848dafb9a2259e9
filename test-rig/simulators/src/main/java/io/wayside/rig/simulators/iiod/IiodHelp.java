// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

/** What HELP tells a person. */
final class IiodHelp {

  static final String TEXT =
      """
      Commands:

      \tHELP
      \tEXIT
      \tVERSION
      \tPRINT
      \tTIMEOUT <ms>
      \tOPEN <device> <scans> <mask> [CYCLIC]
      \tCLOSE <device>
      \tREAD <device> DEBUG|BUFFER|[INPUT|OUTPUT <channel>] [<attribute>]
      \tWRITE <device> DEBUG|BUFFER|[INPUT|OUTPUT <channel>] [<attribute>] <bytes>
      \tREADBUF <device> <bytes>
      \tWRITEBUF <device> <bytes>
      \tGETTRIG <device>
      \tSETTRIG <device> [<trigger>]
      \tSET <device> BUFFERS_COUNT <count>
      """;

  private IiodHelp() {}
}
