#!/usr/bin/env python3
"""A stream of jobs over a cluster with Apache Spark (pip install pyspark):

    spark-submit --master spark://HOST:7077 with_spark.py JOBS ANSWERS [PIECES]

JOBS is a file of jobs that all nodes see; ANSWERS becomes a folder with their answers, in the order of the jobs. Each piece of the
jobs goes through a `galley worker` of its own, which all nodes have where the PATH of who submits finds it. Pieces whose worker or node dies are
done again elsewhere: outputs have the same names and bytes then, and answers count only when their piece is complete.
"""
import os
import sys

from pyspark import SparkContext

jobs, answers = sys.argv[1:3]
spark = SparkContext(appName="galley")
pieces = int(sys.argv[3]) if len(sys.argv) > 3 else 4 * spark.defaultParallelism
spark.textFile(jobs, pieces).pipe("galley worker", env={"PATH": os.environ["PATH"]}, checkCode=True).saveAsTextFile(answers)
