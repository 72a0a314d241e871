package org.microgram.messages.rows;

/**
 * Written by each subtask of a job into every partition of {@code figures}: all rows that this subtask made before this tick stand
 * before it in the partition.
 *
 * @param job name of the job
 * @param subtask which of its subtasks, from 0
 * @param parallelism how many subtasks write markers
 * @param tick time of the tick, milliseconds
 */
public record Marker(String job, int subtask, int parallelism, long tick) implements FiguresMessage {}
