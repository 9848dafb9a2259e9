// SPDX-License-Identifier: Apache-2.0
/** Commands as JSON, from the control socket to the command path; plain Java. */
@NullMarked
package io.wayside.runtime.command;

import org.jspecify.annotations.NullMarked;
