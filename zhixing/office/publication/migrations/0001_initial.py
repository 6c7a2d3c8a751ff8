import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organ', '0006_enrolment'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='公示种类')),
                ('source', models.CharField(max_length=80, verbose_name='来源')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('text', models.TextField(max_length=4000, verbose_name='公示内容')),
                ('scope', models.CharField(max_length=200, verbose_name='公示范围')),
                ('contact', models.CharField(max_length=200, verbose_name='受理方式')),
                ('state', models.CharField(choices=[('拟稿', '拟稿'), ('待审核', '待审核'), ('已审核', '已审核'), ('公示中', '公示中'), ('已撤下', '已撤下')], default='拟稿', max_length=3, verbose_name='状态')),
                ('drafted_at', models.DateTimeField(verbose_name='拟稿时间')),
                ('edit_reason', models.CharField(blank=True, max_length=300, verbose_name='修改原因')),
                ('reviewed_at', models.DateTimeField(null=True, verbose_name='审核时间')),
                ('review', models.CharField(blank=True, max_length=500, verbose_name='审核意见')),
                ('published_on', models.DateField(null=True, verbose_name='发布日期')),
                ('working_days', models.PositiveSmallIntegerField(null=True, verbose_name='公示期')),
                ('last_day', models.DateField(null=True, verbose_name='期满日')),
                ('estimated', models.BooleanField(default=False, verbose_name='暂估')),
                ('taken_down_at', models.DateTimeField(null=True, verbose_name='撤下时间')),
                ('taken_down_reason', models.CharField(blank=True, max_length=300, verbose_name='撤下原因')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='拟稿人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='审核人')),
                ('taken_down_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='撤下人')),
            ],
            options={
                'ordering': ['-drafted_at', '-id'],
                'indexes': [models.Index(fields=['organ', 'kind', 'state'], name='publication_organ_i_9f2dca_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', '已撤下'), _negated=True), fields=('organ', 'kind', 'source'), name='one_standing_notice_a_source'), models.CheckConstraint(condition=models.Q(models.Q(('state', '公示中'), _negated=True), models.Q(('last_day__isnull', False), ('published_on__isnull', False), ('working_days__isnull', False)), _connector='OR'), name='a_published_notice_has_its_period'), models.CheckConstraint(condition=models.Q(('last_day', None), ('last_day__gt', models.F('published_on')), _connector='OR'), name='a_period_after_publishing')],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text_number', models.PositiveSmallIntegerField(verbose_name='针对第几次发布')),
                ('form', models.CharField(choices=[('实名', '实名'), ('匿名', '匿名')], max_length=2, verbose_name='方式')),
                ('name', models.CharField(blank=True, max_length=40, verbose_name='反映人')),
                ('contact', models.CharField(blank=True, max_length=100, verbose_name='联系方式')),
                ('received_on', models.DateField(verbose_name='收到日期')),
                ('content', models.TextField(max_length=4000, verbose_name='反映内容')),
                ('entered_at', models.DateTimeField(verbose_name='登记时间')),
                ('inquiry', models.TextField(blank=True, max_length=4000, verbose_name='核查情况')),
                ('result', models.CharField(blank=True, max_length=20, verbose_name='核查结论')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='答复')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='答复时间')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='答复人')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='publication.publicnotice')),
            ],
            options={
                'ordering': ['received_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('form', '匿名'), _negated=True), models.Q(('contact', ''), ('name', '')), _connector='OR'), name='no_name_without_a_name'), models.CheckConstraint(condition=models.Q(('answered_at', None), models.Q(models.Q(('result', ''), _negated=True), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='an_answer_has_its_result')],
            },
        ),
        migrations.CreateModel(
            name='PublishedText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='第几次发布')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('text', models.TextField(max_length=4000, verbose_name='公示内容')),
                ('scope', models.CharField(max_length=200, verbose_name='公示范围')),
                ('contact', models.CharField(max_length=200, verbose_name='受理方式')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='修改原因')),
                ('published_on', models.DateField(verbose_name='发布日期')),
                ('working_days', models.PositiveSmallIntegerField(verbose_name='公示期')),
                ('last_day', models.DateField(verbose_name='发布时算出的期满日')),
                ('estimated', models.BooleanField(default=False, verbose_name='暂估')),
                ('at', models.DateTimeField(verbose_name='发布时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='发布人')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='publication.publicnotice')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('notice', 'number'), name='a_text_numbered_once')],
            },
        ),
    ]
